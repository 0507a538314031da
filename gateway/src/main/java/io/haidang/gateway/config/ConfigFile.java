package io.haidang.gateway.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of a properties file with the lines where they stand. */
final class ConfigFile {

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A value.
   *
   * @param line where its key stands, from 1
   */
  record Entry(String value, int line) {}

  private ConfigFile() {}

  /**
   * Reads UTF-8 properties; what cannot be read is told to {@code errors}.
   *
   * @param path null for no file
   */
  static ConfigFile read(@Nullable Path path, ConfigErrors errors) {
    ConfigFile file = new ConfigFile();
    if (path != null) {
      try {
        file.addAll(Files.readAllLines(path), errors);
      } catch (IOException e) {
        throw new UncheckedIOException("configuration file: " + path + " cannot be read", e);
      }
    }
    return file;
  }

  private void addAll(List<String> lines, ConfigErrors errors) {
    for (int i = 0; i < lines.size(); i++) {
      int first = i + 1;
      StringBuilder text = new StringBuilder(lines.get(i));
      while (goesOn(text) && i + 1 < lines.size()) {
        text.append('\n').append(lines.get(++i));
      }
      add(text.toString(), first, errors);
    }
  }

  /** Whether a line ends with a backslash that is not itself escaped; a comment never goes on. */
  private static boolean goesOn(CharSequence line) {
    String text = line.toString();
    String start = text.stripLeading();
    if (text.indexOf('\n') < 0 && (start.startsWith("#") || start.startsWith("!"))) {
      return false;
    }
    int backslashes = 0;
    while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private void add(String text, int line, ConfigErrors errors) {
    Properties one = new Properties();
    try {
      one.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory cannot be read", e);
    } catch (IllegalArgumentException e) {
      errors.add("configuration file", ConfigErrors.HIDDEN, "\\u and four hex digits", line);
    }
    for (String key : one.stringPropertyNames()) {
      if (entries.putIfAbsent(key, new Entry(one.getProperty(key), line)) != null) {
        errors.add(key, "given twice", "once", line);
      }
    }
  }

  Set<String> keys() {
    return entries.keySet();
  }

  @Nullable Entry get(String key) {
    return entries.get(key);
  }

  /** Where a key stands, 0 when it does not. */
  int line(String key) {
    Entry entry = entries.get(key);
    return entry == null ? 0 : entry.line();
  }
}
