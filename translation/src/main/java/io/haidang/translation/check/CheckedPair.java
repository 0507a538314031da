package io.haidang.translation.check;

import io.haidang.glossary.ConceptId;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.CodedText;
import java.util.Set;

/**
 * A segment and its translation, with and without inline codes.
 *
 * @param introduced concepts whose full name the document has given before
 */
record CheckedPair(
    CodedText source, CodedText target, TranslationContext context, Set<ConceptId> introduced) {

  CheckedPair {
    introduced = Set.copyOf(introduced);
  }

  String sourceText() {
    return source.plain();
  }

  String targetText() {
    return target.plain();
  }
}
