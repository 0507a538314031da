package io.haidang.translation.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words that say where a sentence does not end, read from {@code rules_xx.properties}; what
 * they are for is said in {@code rules.properties}. All in small letters.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
record SegmentationRules(
    Set<String> titles,
    Set<String> numbered,
    Set<String> labels,
    Set<String> starters,
    Set<String> quoting) {

  /** A text may quote any of these, whatever its own language is. */
  private static final List<String> WRITTEN_WITH_POINTS = List.of("vi", "en", "fr");

  private static final Map<String, SegmentationRules> LOADED = new ConcurrentHashMap<>();

  /** Of a language; for one without rules, the abbreviations of all. */
  static SegmentationRules of(Locale language) {
    return LOADED.computeIfAbsent(language.getLanguage(), SegmentationRules::load);
  }

  private static SegmentationRules load(String language) {
    Properties common = properties("rules.properties");
    Properties own = properties("rules_" + language + ".properties");
    SegmentationRules rules =
        new SegmentationRules(
            words(common, own, "titles"),
            words(common, own, "numbered"),
            words(common, own, "labels"),
            words(common, own, "starters"),
            words(common, own, "quoting"));
    if (own.isEmpty()) {
      for (String other : WRITTEN_WITH_POINTS) {
        Properties more = properties("rules_" + other + ".properties");
        rules.titles.addAll(words(common, more, "titles"));
        rules.numbered.addAll(words(common, more, "numbered"));
      }
    }
    return rules;
  }

  private static Set<String> words(Properties common, Properties own, String key) {
    Set<String> words = new HashSet<>();
    for (Properties each : List.of(common, own)) {
      for (String word : each.getProperty(key, "").split(" ", -1)) {
        words.add(word.replace('\u00a0', ' '));
      }
    }
    words.remove("");
    return words;
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (InputStream in = SegmentationRules.class.getResourceAsStream(name)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
