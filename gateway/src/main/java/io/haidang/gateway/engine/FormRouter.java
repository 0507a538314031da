package io.haidang.gateway.engine;

import io.haidang.gateway.draft.FormKind;
import io.haidang.summarization.FormMaker;

/**
 * Knows who words which forms.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
@FunctionalInterface
public interface FormRouter {

  /** Those who may word forms of a kind, asked in order, and behind them sentences of the text. */
  FormMaker maker(FormKind kind);
}
