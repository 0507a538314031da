package io.haidang.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads single values and collects what is wrong with them. Not thread-safe; used once. */
final class Settings {

  private final Properties file;
  private final Map<String, String> environment;
  private final List<String> errors = new ArrayList<>();

  Settings(Properties file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
    refuseUnknownKeys();
  }

  String text(Setting setting) {
    String variable = environment.get(setting.variable());
    return (variable != null ? variable : file.getProperty(setting.key(), setting.defaultValue()))
        .strip();
  }

  int number(Setting setting, int min, int max) {
    try {
      int number = Integer.parseInt(text(setting));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number out of range.
    }
    wrong(setting, text(setting), setting.form());
    return min;
  }

  Path folder(Setting setting, Path home) {
    Path folder = home.resolve(text(setting)).normalize();
    if (!Files.isDirectory(folder)) {
      wrong(setting, folder, "an existing folder");
    }
    return folder;
  }

  String postgresql(Setting setting) {
    String url = text(setting);
    if (!url.startsWith("jdbc:postgresql:")) {
      wrong(setting, "***", "jdbc:postgresql://… or nothing");
    }
    return url;
  }

  /** The value itself, or what {@code env:NAME} or {@code file:PATH} points to. */
  String secret(Setting setting) {
    String value = text(setting);
    if (value.startsWith("env:")) {
      String secret = environment.get(value.substring(4));
      if (secret == null) {
        wrong(setting, value, "the name of a variable that is set");
      }
      return secret == null ? "" : secret;
    }
    return value.startsWith("file:") ? secretFile(setting, Path.of(value.substring(5))) : value;
  }

  private String secretFile(Setting setting, Path path) {
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      wrong(setting, "file:" + path, "a readable file");
      return "";
    }
  }

  void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new ConfigException(errors);
    }
  }

  private void refuseUnknownKeys() {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());
    for (String key : file.stringPropertyNames()) {
      if (!known.contains(key)) {
        errors.add(key + ": unknown (expected: a key of docs/configuration.md)");
      }
    }
  }

  private void wrong(Setting setting, Object value, String expected) {
    errors.add(setting.key() + ": " + value + " (expected: " + expected + ")");
  }
}
