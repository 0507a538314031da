package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactPairs;
import java.util.List;
import java.util.Set;

/**
 * The numbers, dates and times of a segment beside those of its translation, as the checks {@code
 * numbers} and {@code dates} see them: 1.234,5 and 1,234.5 say the same, and so do "2 tỷ" and "2
 * billion". What is a number in words only, and may say something else, is left out unless both
 * sides have it. Spans count in the texts with inline codes.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O; time grows with the texts.
 *
 * @param pairs in the order of the source
 * @param lost of the source, without a counterpart
 * @param added in the translation, without a counterpart
 */
public record Counterparts(List<Pair> pairs, List<TextSpan> lost, List<TextSpan> added) {

  /** Nothing to compare. */
  public static final Counterparts NONE = new Counterparts(List.of(), List.of(), List.of());

  /** Two that say the same number, day or time; their units may differ. */
  public record Pair(TextSpan source, TextSpan target) {}

  public Counterparts {
    pairs = List.copyOf(pairs);
    lost = List.copyOf(lost);
    added = List.copyOf(added);
  }

  /** Compares a segment with its translation; both may hold inline codes. */
  public static Counterparts of(String source, String target, TranslationContext context) {
    CodedText from = CodedText.parse(source);
    CodedText to = CodedText.parse(target);
    FactPairs facts = new CheckedPair(from, to, context, Set.of(), Integer.MAX_VALUE).pairs();
    return new Counterparts(
        facts.pairs().stream()
            .map(pair -> new Pair(from.coded(pair.source().span()), to.coded(pair.target().span())))
            .sorted((one, other) -> Integer.compare(one.source().start(), other.source().start()))
            .toList(),
        spans(facts.lost(), from),
        spans(facts.added(), to));
  }

  private static List<TextSpan> spans(List<Fact> facts, CodedText text) {
    return facts.stream().map(fact -> text.coded(fact.span())).toList();
  }
}
