package io.haidang.summarization;

import io.haidang.models.CallContext;

/**
 * Makes a story into a form, in the language of the story.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for milliseconds, or
 * waits for a model; never call it on an event loop.
 */
public interface FormMaker {

  /**
   * The candidates that are within the length, whole sentences, and say nothing that the story does
   * not; none with a reason when nothing is.
   *
   * @throws io.haidang.models.ModelException when the call was cancelled or is too late
   */
  FormDraft make(FormRequest request, CallContext call);
}
