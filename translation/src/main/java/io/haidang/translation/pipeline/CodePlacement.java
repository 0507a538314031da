package io.haidang.translation.pipeline;

import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the inline codes of a source into its translation: around the same words where these can be
 * recognised, else at about the same place. All codes appear once and stay nested.
 */
final class CodePlacement {

  /**
   * A translation with codes.
   *
   * @param approximate whether a place is a guess
   */
  record Placed(String text, boolean approximate) {}

  private record Wanted(Mark mark, TextSpan span) {}

  private final CodedText source;
  private final String target;
  private final TermPlan plan;
  private final List<Code> codes = new ArrayList<>();
  private boolean approximate;

  private CodePlacement(CodedText source, String target, TermPlan plan) {
    this.source = source;
    this.target = target;
    this.plan = plan;
  }

  static Placed place(CodedText source, String target, TermPlan plan) {
    CodePlacement placement = new CodePlacement(source, target, plan);
    placement.place(Mark.tree(source), new TextSpan(0, target.length()));
    return new Placed(CodedText.write(target, placement.codes), placement.approximate);
  }

  private void place(List<Mark> marks, TextSpan within) {
    List<Wanted> wanted =
        marks.stream()
            .map(mark -> new Wanted(mark, wantedSpan(mark)))
            .sorted(Comparator.comparingInt((Wanted w) -> w.span().start()))
            .toList();
    int free = within.start();
    for (Wanted place : wanted) {
      int start = Math.min(Math.max(place.span().start(), free), within.end());
      int end = Math.min(Math.max(place.span().end(), start), within.end());
      approximate |= start != place.span().start() || end != place.span().end();
      codes.add(place.mark().open().at(start));
      place(place.mark().children(), new TextSpan(start, end));
      Code close = place.mark().close();
      if (close != null) {
        codes.add(close.at(end));
      }
      free = end;
    }
  }

  private TextSpan wantedSpan(Mark mark) {
    TextSpan span = mark.span(source.plain().length());
    String words = span.of(source.plain()).strip();
    if (mark.close() == null || words.isEmpty()) {
      int at = proportional(span.start());
      return new TextSpan(at, at);
    }
    Optional<TextSpan> same = find(words).or(() -> rendering(words).flatMap(this::find));
    if (same.isPresent()) {
      return same.get();
    }
    approximate = true;
    int start = proportional(span.start());
    int end = Math.max(proportional(span.end()), wordEnd(start));
    return new TextSpan(start, Math.max(start, end));
  }

  /** The official name, if the marked words are one. */
  private Optional<String> rendering(String words) {
    return plan.requirements().stream()
        .filter(requirement -> requirement.match().span().of(plan.source()).equals(words))
        .map(TermRequirement::rendering)
        .map(term -> term.text())
        .findFirst();
  }

  /** Names lose their marks in English, so letters are compared without them. */
  private Optional<TextSpan> find(String words) {
    String text = fold(target);
    String name = fold(words);
    if (text.length() != target.length() || name.isEmpty()) {
      return Optional.empty();
    }
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (isBorder(text, at) && isBorder(text, at + name.length())) {
        return Optional.of(new TextSpan(at, at + name.length()));
      }
    }
    return Optional.empty();
  }

  private static boolean isBorder(String text, int offset) {
    return offset == 0
        || offset == text.length()
        || !Character.isLetterOrDigit(text.charAt(offset))
        || !Character.isLetterOrDigit(text.charAt(offset - 1));
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd');
  }

  /** The word border nearest to the same share of the text. */
  private int proportional(int sourceOffset) {
    int length = source.plain().length();
    if (sourceOffset == 0 || length == 0) {
      return 0;
    }
    if (sourceOffset == length) {
      return target.length();
    }
    approximate = true;
    int at = (int) ((long) sourceOffset * target.length() / length);
    int before = at;
    while (before > 0 && target.charAt(before - 1) != ' ') {
      before--;
    }
    int after = wordEnd(at);
    return at - before <= after - at ? before : Math.min(after + 1, target.length());
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < target.length() && target.charAt(end) != ' ') {
      end++;
    }
    return end;
  }
}
