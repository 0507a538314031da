package io.haidang.translation.document.subtitle;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words of a language that say where a line may end, read from {@code breaks_xx.properties}.
 *
 * @param before words that a new line likes to begin with: conjunctions, prepositions
 * @param notBefore words that stay with the one in front: particles
 * @param notAfter words that stay with the next one: articles, prepositions, negations
 * @param numbered words that stay with a number behind them: "No.", "ngày"
 * @param beforeName words that stay with a name behind them: "thành phố", "ông"
 * @param connectors words that names of several words have inside: "of"
 * @param compounds words with a space inside
 */
record BreakWords(
    Set<String> before,
    Set<String> notBefore,
    Set<String> notAfter,
    Set<String> numbered,
    Set<String> beforeName,
    Set<String> connectors,
    Set<String> compounds) {

  private static final Map<String, BreakWords> LOADED = new ConcurrentHashMap<>();

  static BreakWords of(Locale language) {
    return LOADED.computeIfAbsent(language.getLanguage(), BreakWords::load);
  }

  private static BreakWords load(String language) {
    Properties words = new Properties();
    try (InputStream in =
        BreakWords.class.getResourceAsStream("breaks_" + language + ".properties")) {
      if (in != null) {
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
          words.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BreakWords(
        set(words, "before", " "),
        set(words, "notBefore", " "),
        set(words, "notAfter", " "),
        set(words, "numbered", " "),
        set(words, "beforeName", " "),
        set(words, "connectors", " "),
        set(words, "compounds", ", *"));
  }

  private static Set<String> set(Properties words, String key, String separator) {
    String value = words.getProperty(key, "").strip();
    return value.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(value.split(separator)));
  }
}
