package io.haidang.translation.pipeline;

import io.haidang.models.GenerationOptions;
import io.haidang.models.TextGenerator;
import io.haidang.translation.SegmentTranslator;

/** Makes translators. */
public final class SegmentTranslators {

  private SegmentTranslators() {}

  /**
   * A translator over one model, searching as {@link GenerationOptions#DEFAULT} says. The caller
   * keeps the generator and closes it.
   */
  public static SegmentTranslator local(TextGenerator generator) {
    return local(generator, GenerationOptions.DEFAULT);
  }

  /** The same with another search. */
  public static SegmentTranslator local(TextGenerator generator, GenerationOptions options) {
    return new EnforcingTranslator(generator, options);
  }
}
