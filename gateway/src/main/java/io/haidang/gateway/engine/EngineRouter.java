package io.haidang.gateway.engine;

import io.haidang.gateway.draft.TextKind;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SegmentTranslator;

/**
 * Knows who translates which texts.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
@FunctionalInterface
public interface EngineRouter {

  /** The engines for texts of a kind, as one that asks them in order until one answers. */
  SegmentTranslator translator(TextKind kind);

  /** The same, those that read instructions before all others. */
  default SegmentTranslator instructed(TextKind kind) {
    return translator(kind);
  }

  /** Other translations of texts of a kind; unless overridden, none are known. */
  default SegmentAlternatives alternatives(TextKind kind) {
    return SegmentAlternatives.NONE;
  }
}
