package io.haidang.translation.pipeline;

import io.haidang.models.GenerationOptions;
import io.haidang.models.TextGenerator;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.SimilarTranslations;

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
    return new EnforcingTranslator(generator, options, SimilarTranslations.NONE);
  }

  /** A translator over any model, whose hints include what {@code memory} finds. */
  public static SegmentTranslator over(TextGenerator generator, SimilarTranslations memory) {
    return new EnforcingTranslator(generator, GenerationOptions.DEFAULT, memory);
  }
}
