package io.haidang.summarization;

import io.haidang.models.CallContext;
import java.util.List;

/**
 * Proposes ways to make a form; what it proposes is judged elsewhere and may be refused.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for milliseconds, or
 * waits for a model; never call it on an event loop.
 */
public interface CandidateSource {

  /**
   * Candidates, best first; may be empty, too long, or wrong.
   *
   * @throws io.haidang.models.ModelException when a model cannot serve
   */
  List<FormCandidate> candidates(FormRequest request, CallContext call);
}
