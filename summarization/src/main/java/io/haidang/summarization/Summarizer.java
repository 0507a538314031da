package io.haidang.summarization;

import java.util.List;

/**
 * Makes a summary of a text given as segments.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public interface Summarizer {

  /**
   * Summarises.
   *
   * @param segments plain text, inline codes removed, in reading order
   * @param units the text unit (paragraph) of each segment, never decreasing; same size
   */
  Summary summarize(List<String> segments, List<Integer> units);

  /** Takes sentences from the beginning of the text, unchanged. */
  static Summarizer lead() {
    return new LeadSummarizer();
  }
}
