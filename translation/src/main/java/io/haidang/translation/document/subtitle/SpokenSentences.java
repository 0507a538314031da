package io.haidang.translation.document.subtitle;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts a transcript together again as sentences, each with the time in which it is spoken.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class SpokenSentences {

  private SpokenSentences() {}

  /**
   * The sentences in their order.
   *
   * @param transcript words, cues or sentences, each starting no earlier than the one before
   */
  public static List<TimedText> of(List<TimedText> transcript, Locale language) {
    if (transcript.isEmpty()) {
      return List.of();
    }
    Transcript spoken = new Transcript(transcript, language);
    List<TimedText> sentences = new ArrayList<>();
    for (TextSpan span : Segmenter.forLanguage(language).segment(spoken.text()).segments()) {
      long start = spoken.startAt(span.start());
      long end = Math.max(start, spoken.endBefore(span.end()));
      sentences.add(new TimedText(new CueTime(start, end), span.of(spoken.text())));
    }
    return sentences;
  }
}
