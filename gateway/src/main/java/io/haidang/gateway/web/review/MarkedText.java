package io.haidang.gateway.web.review;

import io.haidang.gateway.web.terms.NameNote;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A segment cut into runs, each a stretch of plain text or one official name, and every run into
 * pieces that look the same. Joined, the pieces are the segment again, character for character.
 */
public final class MarkedText {

  /** A place that a finding points to. */
  public record Mark(TextSpan span, Severity severity) {}

  /**
   * A number, a date or a time.
   *
   * @param pair number of the pair that it belongs to with one of the other text, from 0; -1 when
   *     it has no counterpart
   * @param title what to say of it
   */
  public record Figure(TextSpan span, int pair, String title) {

    boolean isAlone() {
      return pair < 0;
    }
  }

  /** An official name in the text. */
  record Name(TextSpan span, NameNote note) {}

  /**
   * A stretch of text.
   *
   * @param name what is known about the official name that this is, or null
   */
  public record Run(@Nullable NameNote name, List<Piece> pieces) {}

  /**
   * Text that looks the same throughout.
   *
   * @param isCode whether it is an inline code
   * @param severity of the worst finding here, or null
   * @param isUnsure whether the machine was unsure here
   * @param figure that this is of, or null
   */
  record Piece(
      String text,
      boolean isCode,
      @Nullable Severity severity,
      boolean isUnsure,
      @Nullable Figure figure) {}

  private final String text;
  private final List<Mark> marks;
  private final List<TextSpan> unsure;
  private final List<Figure> figures;
  private final List<TextSpan> codes;

  private MarkedText(
      String text, Collection<Mark> marks, List<TextSpan> unsure, List<Figure> figures) {
    this.text = text;
    this.marks = marks.stream().filter(mark -> mark.span().end() <= text.length()).toList();
    this.unsure = unsure.stream().filter(span -> span.end() <= text.length()).toList();
    this.figures = List.copyOf(figures);
    this.codes = codes(text);
  }

  /**
   * Cuts a segment.
   *
   * @param names do not overlap, left to right
   * @param marks may overlap anything
   * @param unsure where the machine was; may overlap anything
   */
  public static List<Run> of(
      String text, List<Name> names, Collection<Mark> marks, List<TextSpan> unsure) {
    return of(text, names, marks, unsure, List.of());
  }

  /**
   * Cuts a segment in which numbers are told apart, too.
   *
   * @param figures of this very text; do not overlap each other
   */
  static List<Run> of(
      String text,
      List<Name> names,
      Collection<Mark> marks,
      List<TextSpan> unsure,
      List<Figure> figures) {
    MarkedText marked = new MarkedText(text, marks, unsure, figures);
    List<Run> runs = new ArrayList<>();
    int next = 0;
    for (Name name : names) {
      marked.addRun(runs, null, next, name.span().start());
      marked.addRun(runs, name.note(), name.span().start(), name.span().end());
      next = name.span().end();
    }
    marked.addRun(runs, null, next, text.length());
    return runs;
  }

  private static List<TextSpan> codes(String text) {
    String anyCode =
        InlineCodes.multiset(text).keySet().stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    if (anyCode.isEmpty()) {
      return List.of();
    }
    Matcher code = Pattern.compile(anyCode).matcher(text);
    List<TextSpan> found = new ArrayList<>();
    while (code.find()) {
      found.add(new TextSpan(code.start(), code.end()));
    }
    return found;
  }

  private void addRun(List<Run> runs, @Nullable NameNote name, int start, int end) {
    if (start < end) {
      runs.add(new Run(name, pieces(new TextSpan(start, end))));
    }
  }

  private List<Piece> pieces(TextSpan run) {
    NavigableSet<Integer> cuts = new TreeSet<>(List.of(run.start(), run.end()));
    codes.forEach(code -> addCuts(cuts, code, run));
    marks.forEach(mark -> addCuts(cuts, mark.span(), run));
    unsure.forEach(span -> addCuts(cuts, span, run));
    figures.forEach(figure -> addCuts(cuts, figure.span(), run));
    List<Piece> pieces = new ArrayList<>();
    int start = run.start();
    for (int end : cuts.tailSet(start, false)) {
      pieces.add(piece(new TextSpan(start, end)));
      start = end;
    }
    return pieces;
  }

  private static void addCuts(NavigableSet<Integer> cuts, TextSpan span, TextSpan run) {
    if (span.overlaps(run)) {
      cuts.add(Math.max(span.start(), run.start()));
      cuts.add(Math.min(span.end(), run.end()));
    }
  }

  private Piece piece(TextSpan span) {
    Severity worst =
        marks.stream()
            .filter(mark -> mark.span().overlaps(span))
            .map(Mark::severity)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Piece(
        span.of(text),
        codes.stream().anyMatch(span::overlaps),
        worst,
        unsure.stream().anyMatch(span::overlaps),
        figures.stream().filter(each -> each.span().overlaps(span)).findFirst().orElse(null));
  }
}
