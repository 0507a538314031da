package io.haidang.gateway.http.deepl.kit;

import java.util.Locale;
import java.util.Set;

/**
 * What the engines behind the dialect honour beyond translating. Immutable.
 *
 * @param formality languages, without regions, into which texts are written more or less formal
 * @param instructed languages, without regions, into which texts are written as instructions say
 * @param rehearsal whether clients rehearse failures here, as only a profile for their own tests
 *     allows
 */
public record DialectSettings(Set<Locale> formality, Set<Locale> instructed, boolean rehearsal) {

  /** The models and providers of the desk write one register, by no instructions but their own. */
  public static final DialectSettings DESK = new DialectSettings(Set.of(), Set.of(), false);

  public DialectSettings {
    formality = Set.copyOf(formality);
    instructed = Set.copyOf(instructed);
  }

  /** Whether {@code target} can be written more or less formal. */
  public boolean hasFormality(Locale target) {
    return formality.contains(LanguageCode.base(target));
  }

  /** Whether texts in {@code target} are written as instructions say. */
  public boolean isInstructed(Locale target) {
    return instructed.contains(LanguageCode.base(target));
  }
}
