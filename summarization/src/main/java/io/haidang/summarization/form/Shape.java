package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import java.util.List;

/** One way from the sentences of a story to a form. */
interface Shape {

  /** Candidates, best first, which the gate has yet to pass. */
  List<FormCandidate> candidates(Material material);
}
