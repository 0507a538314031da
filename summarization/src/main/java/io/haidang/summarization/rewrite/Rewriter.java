package io.haidang.summarization.rewrite;

import io.haidang.models.CallContext;
import java.util.List;

/**
 * Words texts better.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> waits for seconds to minutes;
 * never call it on an event loop.
 */
public interface Rewriter {

  /**
   * A better wording of each text, in their order; the text itself where there is none that can be
   * used.
   *
   * @throws io.haidang.models.ModelException when no model serves the call
   */
  List<String> rewrite(List<String> texts, RewriteTask task, CallContext call);
}
