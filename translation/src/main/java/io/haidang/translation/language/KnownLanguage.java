package io.haidang.translation.language;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.THAI;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The languages that are told apart: those of the desk and its readers, and those that are easily
 * taken for one of them. Malay is left out: a text in it counts as Indonesian.
 */
enum KnownLanguage {
  VIETNAMESE("vi", "vie", LATIN),
  ENGLISH("en", "eng", LATIN),
  CHINESE("zh", "cmn", HAN),
  JAPANESE("ja", "jpn", HAN, HIRAGANA, KATAKANA),
  KOREAN("ko", "kor", HANGUL),
  FRENCH("fr", "fra", LATIN),
  GERMAN("de", "deu", LATIN),
  SPANISH("es", "spa", LATIN),
  ITALIAN("it", "ita", LATIN),
  PORTUGUESE("pt", "por", LATIN),
  DUTCH("nl", "nld", LATIN),
  POLISH("pl", "pol", LATIN),
  INDONESIAN("id", "ind", LATIN),
  TAGALOG("tl", "tgl", LATIN),
  RUSSIAN("ru", "rus", CYRILLIC),
  UKRAINIAN("uk", "ukr", CYRILLIC),
  THAI_LANGUAGE("th", "tha", THAI),
  ARABIC_LANGUAGE("ar", "ara", ARABIC),
  HINDI("hi", "hin", DEVANAGARI);

  private static final Map<String, KnownLanguage> BY_MODEL =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(known -> known.model, Function.identity()));

  private final Locale locale;
  private final String model;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<UnicodeScript> scripts;

  KnownLanguage(String tag, String model, UnicodeScript... scripts) {
    this.locale = Locale.forLanguageTag(tag);
    this.model = model;
    this.scripts = Set.of(scripts);
  }

  /** What the model calls its languages (ISO 639-3). */
  static Map<String, KnownLanguage> byModel() {
    return BY_MODEL;
  }

  static Set<Locale> locales() {
    return Arrays.stream(values()).map(known -> known.locale).collect(Collectors.toSet());
  }

  Locale locale() {
    return locale;
  }

  /** Whether a text with letters of these scripts may be in this language. */
  boolean isWrittenIn(Set<UnicodeScript> some) {
    return !Collections.disjoint(scripts, some);
  }

  /**
   * How much likelier than another language it is before the text is read: nearly all texts of the
   * desk are in the first two, and three words often fit several languages.
   */
  double weight() {
    return this == VIETNAMESE || this == ENGLISH ? 3 : 1;
  }
}
