package io.haidang.summarization.generate;

import io.haidang.models.InstructedModel;
import io.haidang.models.TextGenerator;
import io.haidang.summarization.CandidateSource;

/** Models that word candidates themselves. What they propose passes the same gate as all others. */
public final class FormWriters {

  private FormWriters() {}

  /**
   * A model that follows instructions. It is given the sentences of the story as data behind a
   * fence, and has to name the sources of each sentence that it writes.
   *
   * @param model stays the caller's to close
   */
  public static CandidateSource instructed(InstructedModel model) {
    return new InstructedWriter(model);
  }

  /**
   * A model that was trained to summarise in one language.
   *
   * @param model stays the caller's to close
   */
  public static CandidateSource sequence(TextGenerator model) {
    return new SequenceWriter(model);
  }
}
