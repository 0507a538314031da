package io.haidang.summarization;

import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.segment.Segmenter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The plain text of an article or a caption. Immutable.
 *
 * @param segments plain text in reading order, inline codes removed, the title among them if it has
 *     one
 * @param units the text unit (paragraph) of each segment, never decreasing; same size
 * @param language of the text
 * @param date of the text, which decides which names are official
 */
public record StoryText(
    List<String> segments, List<Integer> units, Locale language, LocalDate date) {

  public StoryText {
    segments = List.copyOf(segments);
    units = List.copyOf(units);
    if (segments.size() != units.size()) {
      throw new IllegalArgumentException(
          "units: " + units.size() + " (expected: " + segments.size() + ", one per segment)");
    }
    for (int i = 1; i < units.size(); i++) {
      if (units.get(i) < units.get(i - 1)) {
        throw new IllegalArgumentException(
            "unit: " + units.get(i) + " (expected: " + units.get(i - 1) + " or more)");
      }
    }
  }

  /** The text of a document, in the language that it is in. */
  public static StoryText of(SegmentedDocument document, Locale language, LocalDate date) {
    List<String> segments = document.segments().stream().map(InlineCodes::strip).toList();
    return new StoryText(segments, document.units(), language, date);
  }

  /** A text of paragraphs, one a line, cut as the desk cuts a draft. */
  public static StoryText of(List<String> paragraphs, Locale language, LocalDate date) {
    Segmenter segmenter = Segmenter.forLanguage(language);
    List<String> segments = new ArrayList<>();
    List<Integer> units = new ArrayList<>();
    for (int unit = 0; unit < paragraphs.size(); unit++) {
      for (String segment : segmenter.segment(paragraphs.get(unit)).texts()) {
        segments.add(segment);
        units.add(unit);
      }
    }
    return new StoryText(segments, units, language, date);
  }
}
