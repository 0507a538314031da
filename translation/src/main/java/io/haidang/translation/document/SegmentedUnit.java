package io.haidang.translation.document;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import io.haidang.translation.segment.Segmentation;
import io.haidang.translation.segment.Segmenter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One text unit, its segments with their codes, and the gaps between them. */
final class SegmentedUnit {

  private final List<String> segments;
  private final List<String> gaps;

  private SegmentedUnit(List<String> segments, List<String> gaps) {
    this.segments = List.copyOf(segments);
    this.gaps = List.copyOf(gaps);
  }

  /**
   * Cuts a unit as if it had no codes, then hands each code to the segment it touches. Codes whose
   * partner is elsewhere, or that stand at the edge of a segment, go to the gap: a segment then has
   * only codes that a translator can place.
   */
  static SegmentedUnit of(String unit, Segmenter segmenter) {
    CodedText text = CodedText.parse(unit);
    Segmentation cut = segmenter.segment(text.plain());
    List<String> segments = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    StringBuilder gap = new StringBuilder();
    int written = 0;
    int next = 0;
    for (TextSpan span : cut.segments()) {
      next = writeGap(text, written, span.start(), next, gap, false);
      List<Code> inside = new ArrayList<>();
      while (next < text.codes().size() && belongs(text.codes().get(next), span)) {
        inside.add(text.codes().get(next++));
      }
      Edges edges = Edges.of(inside, span);
      edges.before().forEach(code -> gap.append(code.text()));
      gaps.add(gap.toString());
      gap.setLength(0);
      segments.add(
          CodedText.write(
              span.of(text.plain()),
              edges.inside().stream().map(c -> c.at(c.offset() - span.start())).toList()));
      edges.after().forEach(code -> gap.append(code.text()));
      written = span.end();
    }
    writeGap(text, written, text.plain().length(), next, gap, true);
    gaps.add(gap.toString());
    return new SegmentedUnit(segments, gaps);
  }

  List<String> segments() {
    return segments;
  }

  String join(List<String> targets) {
    StringBuilder unit = new StringBuilder(gaps.get(0));
    for (int i = 0; i < targets.size(); i++) {
      unit.append(targets.get(i)).append(gaps.get(i + 1));
    }
    return unit.toString();
  }

  /** Codes at the start of a segment belong to it, codes at its end only when they close. */
  private static boolean belongs(Code code, TextSpan span) {
    return code.offset() < span.end() || (code.offset() == span.end() && code.kind() == Kind.CLOSE);
  }

  private static int writeGap(
      CodedText text, int start, int end, int firstCode, StringBuilder gap, boolean last) {
    int next = firstCode;
    int from = start;
    while (next < text.codes().size()) {
      Code code = text.codes().get(next);
      if (code.offset() > end || (code.offset() == end && !last)) {
        break;
      }
      gap.append(text.plain(), from, code.offset()).append(code.text());
      from = code.offset();
      next++;
    }
    gap.append(text.plain(), from, end);
    return next;
  }

  /** The codes of a segment, with those at its edges taken off. */
  private record Edges(List<Code> before, List<Code> inside, List<Code> after) {

    static Edges of(List<Code> codes, TextSpan span) {
      Map<Integer, Integer> counts = new HashMap<>();
      codes.forEach(code -> counts.merge(code.id(), 1, Integer::sum));
      int first = 0;
      int last = codes.size();
      boolean changed = true;
      while (changed && first < last) {
        Code head = codes.get(first);
        Code tail = codes.get(last - 1);
        boolean atStart = head.offset() == span.start();
        boolean atEnd = tail.offset() == span.end();
        changed = true;
        if (atStart && isLoose(head, counts)) {
          counts.merge(codes.get(first++).id(), -1, Integer::sum);
        } else if (atEnd && isLoose(tail, counts)) {
          counts.merge(codes.get(--last).id(), -1, Integer::sum);
        } else if (atStart && atEnd && isPair(head, tail)) {
          first++;
          last--;
        } else {
          changed = false;
        }
      }
      return new Edges(
          List.copyOf(codes.subList(0, first)),
          List.copyOf(codes.subList(first, last)),
          List.copyOf(codes.subList(last, codes.size())));
    }

    /** Whether nothing in the segment would miss the code. */
    private static boolean isLoose(Code code, Map<Integer, Integer> counts) {
      return code.kind() == Kind.ALONE || counts.getOrDefault(code.id(), 0) < 2;
    }

    private static boolean isPair(Code head, Code tail) {
      return head.kind() == Kind.OPEN && tail.kind() == Kind.CLOSE && head.id() == tail.id();
    }
  }
}
