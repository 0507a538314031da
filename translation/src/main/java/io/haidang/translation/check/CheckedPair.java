package io.haidang.translation.check;

import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.CodedText;

/** A segment and its translation, with and without inline codes. */
record CheckedPair(CodedText source, CodedText target, TranslationContext context) {

  String sourceText() {
    return source.plain();
  }

  String targetText() {
    return target.plain();
  }
}
