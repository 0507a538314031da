package io.haidang.gateway.draft;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.translation.document.DocumentFormat;

/**
 * What decides who may translate a text.
 *
 * @param pair the direction
 * @param format of the document; a sentence without one is plain
 * @param sensitivity the label that its author gave it
 */
public record TextKind(LanguagePair pair, DocumentFormat format, Sensitivity sensitivity) {

  /** What a product is for those who translate. */
  public static TextKind of(Target target) {
    Asset asset = target.asset();
    return new TextKind(
        new LanguagePair(asset.sourceLanguage(), target.language()),
        asset.format(),
        asset.sensitivity());
  }

  /** How far a text of this kind may go. */
  public Locality reach() {
    return sensitivity.reach();
  }
}
