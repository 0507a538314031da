package io.haidang.gateway.clientterms;

import io.haidang.glossary.io.WordPair;
import io.haidang.glossary.io.WordPairs;
import io.haidang.models.LanguagePair;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Word pairs of one direction, in their order.
 *
 * @param pair two languages without region or script: words are for all of them
 * @param entries each source once
 */
public record ClientDictionary(LanguagePair pair, List<WordPair> entries) {

  public ClientDictionary {
    pair = base(pair);
    entries = List.copyOf(entries);
  }

  /** The direction whose words serve {@code pair}: English words serve British English, too. */
  static LanguagePair base(LanguagePair pair) {
    return new LanguagePair(base(pair.source()), base(pair.target()));
  }

  private static Locale base(Locale language) {
    return new Locale.Builder().setLanguage(language.getLanguage()).build();
  }

  /** The same with those of {@code others}, which replace what has the same source. */
  ClientDictionary with(List<WordPair> others) {
    Map<String, WordPair> merged = new LinkedHashMap<>();
    entries.forEach(entry -> merged.put(entry.source(), entry));
    others.forEach(entry -> merged.put(entry.source(), entry));
    return new ClientDictionary(pair, List.copyOf(merged.values()));
  }

  /** As it is stored. */
  String tsv() {
    return WordPairs.toTsv(entries);
  }

  /** What counts towards the limit of a glossary. */
  long bytes() {
    return tsv().getBytes(StandardCharsets.UTF_8).length;
  }
}
