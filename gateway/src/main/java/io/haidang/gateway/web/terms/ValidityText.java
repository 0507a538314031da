package io.haidang.gateway.web.terms;

import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.Validity;

/** The days on which a name is official, in words. */
final class ValidityText {

  private ValidityText() {}

  static String of(Validity validity, Texts texts) {
    if (validity.from() != null && validity.to() != null) {
      return texts.get("validity.between", texts.date(validity.from()), texts.date(validity.to()));
    }
    if (validity.from() != null) {
      return texts.get("validity.from", texts.date(validity.from()));
    }
    return validity.to() == null
        ? texts.get("validity.always")
        : texts.get("validity.until", texts.date(validity.to()));
  }
}
