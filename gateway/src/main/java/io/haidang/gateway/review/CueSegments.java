package io.haidang.gateway.review;

import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.subtitle.Cue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds out which segments a cue shows. A unit has its text in several segments and in several
 * cues; both have the same characters, but for white space, in the same order.
 */
final class CueSegments {

  private final List<String> texts;
  private final List<Integer> units;
  private final Map<Integer, Integer> shown = new HashMap<>();

  /**
   * A reader of cues in the order of the file.
   *
   * @param texts of the segments, as they are shown
   * @param units that each segment belongs to
   */
  CueSegments(List<String> texts, List<Integer> units) {
    this.texts = texts;
    this.units = units;
  }

  /** The segments of the next cue, which shows these units. */
  List<Integer> next(Cue cue, List<Integer> unitsOfCue) {
    if (unitsOfCue.size() != 1) {
      return IntStream.range(0, texts.size())
          .filter(segment -> unitsOfCue.contains(units.get(segment)))
          .boxed()
          .toList();
    }
    int unit = unitsOfCue.get(0);
    int start = shown.getOrDefault(unit, 0);
    int end = start + characters(cue.text());
    shown.put(unit, end);
    return between(unit, start, Math.max(end, start + 1));
  }

  private List<Integer> between(int unit, int start, int end) {
    List<Integer> found = new ArrayList<>();
    int last = -1;
    int at = 0;
    for (int segment = 0; segment < texts.size(); segment++) {
      if (units.get(segment) == unit) {
        int next = at + characters(InlineCodes.unescape(InlineCodes.strip(texts.get(segment))));
        if (at < end && next > start) {
          found.add(segment);
        }
        at = next;
        last = segment;
      }
    }
    return found.isEmpty() && last >= 0 ? List.of(last) : found;
  }

  private static int characters(String text) {
    return (int) text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
  }
}
