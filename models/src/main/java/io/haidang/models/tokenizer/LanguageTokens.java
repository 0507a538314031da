package io.haidang.models.tokenizer;

import io.haidang.models.ModelException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;

/**
 * Finds the token of a language, whatever the family calls it: {@code __vi__}, {@code vi_VN},
 * {@code vie_Latn} or {@code >>vie<<}. Immutable.
 */
final class LanguageTokens {

  /** What ISO 639-3 calls the standard form of a language that ISO 639-2 takes as a whole. */
  private static final Map<String, String> STANDARD_FORMS =
      Map.ofEntries(
          Map.entry("ara", "arb"),
          Map.entry("aym", "ayr"),
          Map.entry("aze", "azj"),
          Map.entry("fas", "pes"),
          Map.entry("ful", "fuv"),
          Map.entry("khk", "mon"),
          Map.entry("kur", "kmr"),
          Map.entry("lav", "lvs"),
          Map.entry("mlg", "plt"),
          Map.entry("mon", "khk"),
          Map.entry("msa", "zsm"),
          Map.entry("nep", "npi"),
          Map.entry("nor", "nob"),
          Map.entry("ori", "ory"),
          Map.entry("orm", "gaz"),
          Map.entry("pus", "pbt"),
          Map.entry("que", "quy"),
          Map.entry("sqi", "als"),
          Map.entry("swa", "swh"),
          Map.entry("uzb", "uzn"),
          Map.entry("yid", "ydd"),
          Map.entry("zho", "cmn"));

  private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

  private final Map<String, Integer> ids;
  private final Map<String, String> chosen;

  /**
   * Collects the tokens.
   *
   * @param ids tokens that stand for a language
   * @param chosen tokens by BCP 47 tag, for languages that the rules would not find
   */
  LanguageTokens(Map<String, Integer> ids, Map<String, String> chosen) {
    this.ids = Map.copyOf(ids);
    this.chosen = Map.copyOf(chosen);
  }

  boolean none() {
    return ids.isEmpty();
  }

  boolean contains(int id) {
    return ids.containsValue(id);
  }

  /**
   * The id of a language's token.
   *
   * @throws ModelException.Unsupported when there is none
   */
  int id(Locale language) {
    String own = chosen.get(language.toLanguageTag());
    if (own != null && ids.containsKey(own)) {
      return ids.get(own);
    }
    Set<String> names = names(language);
    return ids.keySet().stream()
        .filter(token -> names.contains(parts(token).get(0)))
        .min(Comparator.comparing((String token) -> -fit(token, language)).thenComparing(t -> t))
        .map(ids::get)
        .orElseThrow(() -> unsupported(language));
  }

  private static ModelException.Unsupported unsupported(Locale language) {
    return new ModelException.Unsupported(
        "language: " + language.toLanguageTag() + " (expected: one of the model's languages)");
  }

  private static Set<String> names(Locale language) {
    Set<String> names = new LinkedHashSet<>();
    names.add(language.getLanguage());
    String code = threeLetters(language);
    names.add(code);
    names.add(STANDARD_FORMS.getOrDefault(code, code));
    return names;
  }

  private static String threeLetters(Locale language) {
    try {
      return language.getISO3Language();
    } catch (MissingResourceException e) {
      return language.getLanguage();
    }
  }

  /** Language, then script or region, without the marks around them. */
  private static List<String> parts(String token) {
    return List.of(token.replaceAll("^(__|>>)|(__|<<)$", "").split("[_-]"));
  }

  /** How many of a token's script and region are the locale's. */
  private static int fit(String token, Locale language) {
    List<String> parts = parts(token);
    boolean traditional = TRADITIONAL.contains(language.getCountry());
    String script =
        language.getScript().isEmpty() ? (traditional ? "Hant" : "Hans") : language.getScript();
    return (int)
        parts.stream()
            .skip(1)
            .filter(part -> part.equals(script) || part.equals(language.getCountry()))
            .count();
  }

  /** Collects the tokens of a family. */
  static Map<String, Integer> of(Family family, Map<String, Integer> tokens) {
    Map<String, Integer> found = new HashMap<>(tokens);
    found.keySet().removeIf(token -> !family.isLanguage(token));
    return found;
  }
}
