package io.haidang.translation.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Tells languages by short runs of letters, with OpenNLP's model. */
final class NgramDetector implements LanguageDetector {

  /** In UTF-16 units; more of a text adds time and no certainty. */
  private static final int READ = 2_000;

  /**
   * The model spreads its confidence over all languages, ever in the right order. This exponent
   * makes it say what it is worth: of three words guessed with 0.9, nine in ten are right (see
   * {@code RATIONALE.md}; temperature scaling, Guo et al. 2017).
   */
  private static final double SHARPNESS = 16;

  private final LanguageDetectorModel model;

  private NgramDetector(LanguageDetectorModel model) {
    this.model = model;
  }

  static NgramDetector load() {
    return new NgramDetector(SmallModel.load(KnownLanguage.byModel().keySet()));
  }

  @Override
  public Set<Locale> languages() {
    return KnownLanguage.locales();
  }

  @Override
  public List<LanguageGuess> rank(String text) {
    String read =
        Normalizer.normalize(text.substring(0, Math.min(text.length(), READ)), Normalizer.Form.NFC);
    Map<KnownLanguage, Double> likelihoods = likelihoods(read);
    double sum = likelihoods.values().stream().mapToDouble(Double::doubleValue).sum();
    return likelihoods.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(each -> new LanguageGuess(each.getKey().locale(), each.getValue() / sum))
        .toList();
  }

  /** Of the languages that are written in the letters of {@code text}, up to a common factor. */
  private Map<KnownLanguage, Double> likelihoods(String text) {
    Map<KnownLanguage, Double> likelihoods = new EnumMap<>(KnownLanguage.class);
    Set<UnicodeScript> scripts = scripts(text);
    if (scripts.isEmpty()) {
      return likelihoods;
    }
    // Cheap to make, and not safe to share.
    for (Language language : new LanguageDetectorME(model).predictLanguages(text)) {
      KnownLanguage known = KnownLanguage.byModel().get(language.getLang());
      if (known != null && known.isWrittenIn(scripts)) {
        likelihoods.put(known, language.getConfidence());
      }
    }
    double likeliest = likelihoods.values().stream().max(Double::compare).orElse(1.0);
    likelihoods.replaceAll(
        (known, value) -> known.weight() * Math.pow(value / likeliest, SHARPNESS));
    return likelihoods;
  }

  private static Set<UnicodeScript> scripts(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .collect(Collectors.toSet());
  }
}
