package io.haidang.gateway.http.kit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the engines behind the dialects honour beyond translating. Immutable.
 *
 * @param formality languages, without regions, into which texts are written more or less formal
 * @param instructed languages, without regions, into which texts are written as instructions say
 * @param rehearsal lets clients rehearse failures; empty but for profiles that are made for that
 */
public record DialectSettings(
    Set<Locale> formality, Set<Locale> instructed, Optional<Rehearsal> rehearsal) {

  /** The models and providers of the desk write one register, by no instructions but their own. */
  public static final DialectSettings DESK =
      new DialectSettings(Set.of(), Set.of(), Optional.empty());

  public DialectSettings {
    formality = Set.copyOf(formality);
    instructed = Set.copyOf(instructed);
  }

  /** The same with more languages in which texts are written as instructions say. */
  public DialectSettings instructing(Set<Locale> languages) {
    Set<Locale> all = new HashSet<>(instructed);
    all.addAll(languages);
    return new DialectSettings(formality, all, rehearsal);
  }

  /** Whether {@code target} can be written more or less formal. */
  public boolean hasFormality(Locale target) {
    return formality.contains(base(target));
  }

  /** Whether texts in {@code target} are written as instructions say. */
  public boolean isInstructed(Locale target) {
    return instructed.contains(base(target));
  }

  private static Locale base(Locale language) {
    return Locale.forLanguageTag(language.getLanguage());
  }
}
