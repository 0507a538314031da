package io.haidang.gateway.draft;

import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.summarization.Form;
import java.util.Locale;

/**
 * What decides who may word a form.
 *
 * @param language of the text and of the form
 * @param sensitivity the label of the text
 */
public record FormKind(Locale language, Form form, Sensitivity sensitivity) {

  /** What a form is for those who word it in the language of its text. */
  public static FormKind of(Target target) {
    return new FormKind(
        target.asset().sourceLanguage(), Form.of(target.form().id()), target.asset().sensitivity());
  }

  /** How far its text may go. */
  public Locality reach() {
    return sensitivity.reach();
  }
}
