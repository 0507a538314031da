package io.haidang.translation.evaluate;

import io.haidang.glossary.ConceptId;

/**
 * A name that a sentence holds.
 *
 * @param concept whose name it is
 * @param wording how the translation has to write it; an English ending may follow
 */
public record ExpectedName(ConceptId concept, String wording) {

  public ExpectedName {
    if (wording.isBlank()) {
      throw new IllegalArgumentException("wording: (blank) (expected: a name)");
    }
  }
}
