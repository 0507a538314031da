package io.haidang.translation.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words with which one language writes facts, read from a resource. Immutable. */
final class Lexicon {

  static final Lexicon VIETNAMESE = read("vi");
  static final Lexicon ENGLISH = read("en");

  private final Map<String, List<String>> entries;

  private Lexicon(Map<String, List<String>> entries) {
    this.entries = Map.copyOf(entries);
  }

  private static Lexicon read(String language) {
    String name = language + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": missing (expected: a resource of this module)");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> entries = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      String[] words = properties.getProperty(key).split("\\|", -1);
      entries.put(key, Arrays.stream(words).map(String::strip).toList());
    }
    return new Lexicon(entries);
  }

  /** The one character of an entry. */
  char sign(String key) {
    return words(key).get(0).charAt(0);
  }

  /** The alternatives of an entry; none when there is no such entry. */
  List<String> words(String key) {
    return entries.getOrDefault(key, List.of());
  }

  /** Every word of the entries {@code prefix.x}, with its x. */
  Map<String, String> codes(String prefix) {
    Map<String, String> codes = new HashMap<>();
    entries.forEach(
        (key, words) -> {
          if (key.startsWith(prefix + ".")) {
            words.forEach(word -> codes.put(word, key.substring(prefix.length() + 1)));
          }
        });
    return codes;
  }

  Phrases phrases(String prefix) {
    return Phrases.of(codes(prefix));
  }

  /** The words of one entry, each its own code. */
  Phrases list(String key) {
    Map<String, String> codes = new HashMap<>();
    words(key).forEach(word -> codes.put(word, word.toLowerCase(Locale.ROOT)));
    return Phrases.of(codes);
  }
}
