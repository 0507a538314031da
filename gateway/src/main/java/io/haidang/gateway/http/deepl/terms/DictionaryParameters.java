package io.haidang.gateway.http.deepl.terms;

import io.haidang.gateway.clientterms.ClientDictionary;
import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.glossary.io.WordPair;
import io.haidang.glossary.io.WordPairException;
import io.haidang.glossary.io.WordPairs;
import io.haidang.models.LanguagePair;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the dictionaries of requests. Immutable. */
final class DictionaryParameters {

  private static final String SOURCE = "source_lang";
  private static final String TARGET = "target_lang";

  /** Languages without regions in which texts are translated. */
  private final Set<LanguagePair> served;

  DictionaryParameters(Set<LanguagePair> pairs) {
    served =
        pairs.stream()
            .map(
                pair ->
                    new LanguagePair(
                        LanguageCode.base(pair.source()), LanguageCode.base(pair.target())))
            .filter(pair -> !pair.source().equals(pair.target()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The direction of a request, which texts are translated in. */
  LanguagePair direction(Parameters parameters) {
    Locale source = LanguageCode.base(LanguageCode.required(parameters, SOURCE));
    Locale target = LanguageCode.base(LanguageCode.required(parameters, TARGET));
    requireServed(SOURCE, source);
    requireServed(TARGET, target);
    LanguagePair pair = new LanguagePair(source, target);
    if (!served.contains(pair)) {
      throw DialectException.badRequest("Unsupported glossary source and target language pair");
    }
    return pair;
  }

  private void requireServed(String name, Locale language) {
    if (served.stream()
        .noneMatch(pair -> pair.source().equals(language) || pair.target().equals(language))) {
      throw LanguageCode.unsupported(name);
    }
  }

  /** One dictionary with its words. */
  ClientDictionary dictionary(Parameters parameters) {
    LanguagePair pair = direction(parameters);
    String entries = parameters.required("entries");
    String format = parameters.required("entries_format");
    try {
      return switch (format) {
        case "tsv" -> new ClientDictionary(pair, WordPairs.tsv(entries));
        case "csv" -> new ClientDictionary(pair, csv(entries, pair));
        default -> throw DialectException.unsupportedValue("entries_format", "tsv or csv");
      };
    } catch (WordPairException e) {
      throw DialectException.badRequest(
          "Invalid glossary entries provided", String.valueOf(e.getMessage()));
    }
  }

  /** Rows of another direction are passed over. */
  private static List<WordPair> csv(String entries, LanguagePair pair) {
    return WordPairs.csv(
        entries,
        (source, target) -> isSame(source, pair.source()) && isSame(target, pair.target()));
  }

  private static boolean isSame(String code, Locale language) {
    return Locale.forLanguageTag(code.strip()).getLanguage().equals(language.getLanguage());
  }

  /** The list of a request, perhaps empty. */
  List<ClientDictionary> dictionaries(Parameters parameters) {
    return parameters.objects("dictionaries").stream().map(this::dictionary).toList();
  }
}
