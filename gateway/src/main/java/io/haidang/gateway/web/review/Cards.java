package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.review.Ruler;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.review.SegmentCard.Unsaved;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.MemoryUse;
import io.haidang.translation.WordDiff;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.SegmentState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the cards of one text, for one answer. */
final class Cards {

  private final Target target;
  private final Ruler ruler;
  private final Naming naming;
  private final Figures figures;
  private final Texts texts;

  Cards(Target target, Ruler ruler, TermEnforcer terms, Texts texts) {
    this.target = target;
    this.ruler = ruler;
    this.naming = new Naming(target, terms.glossary(), texts);
    this.figures = new Figures(target, terms, texts);
    this.texts = texts;
  }

  static Cards of(Target target, HttpServices services, Texts texts) {
    Ruler ruler = services.desk().rulers().of(target);
    return new Cards(target, ruler, services.terms().released().get(), texts);
  }

  /**
   * The card of a segment.
   *
   * @param unsaved what stands in its editor, when that is not the segment's text
   */
  SegmentCard card(SegmentView segment, @Nullable Unsaved unsaved) {
    String text = unsaved == null ? segment.target() : unsaved.text();
    boolean changed = !segment.machine().equals(segment.target());
    List<TextSpan> unsure = unsaved == null ? unsure(segment) : List.of();
    Figures.Both numbers = figures.of(segment.source(), text);
    List<MarkedText.Run> marked =
        MarkedText.of(
            text,
            naming.of("rendering-" + segment.index(), naming.inTarget(text)),
            unsaved == null ? marks(segment.findings(), Finding::targetSpan) : List.of(),
            unsure,
            numbers.target());
    return new SegmentCard(
        target,
        segment,
        MarkedText.of(
            segment.source(),
            naming.of("name-" + segment.index(), segment.sourceTerms()),
            marks(segment.findings(), Finding::sourceSpan),
            List.of(),
            numbers.source()),
        marked,
        Naming.once(marked),
        words(text, unsure),
        text,
        changed ? WordDiff.of(segment.machine(), segment.target()) : List.of(),
        FindingNote.of(segment.findings(), segment.source(), segment.target(), texts),
        LengthNote.of(segment.index() + 1, ruler.read(segment.index(), text), texts),
        memoryNote(segment),
        unsaved);
  }

  private @Nullable String memoryNote(SegmentView segment) {
    MemoryUse use = segment.provenance().memory();
    return use == null || segment.state() != SegmentState.MATCHED
        ? null
        : texts.get("match.used", use.score(), use.person());
  }

  private static List<TextSpan> unsure(SegmentView segment) {
    return SegmentCard.isUnread(segment)
        ? segment.uncertain().stream()
            .map(word -> new TextSpan(word.start(), word.end()))
            .filter(span -> span.end() <= segment.target().length())
            .toList()
        : List.of();
  }

  private static List<String> words(String text, List<TextSpan> spans) {
    return spans.stream()
        .map(span -> InlineCodes.strip(span.of(text)).strip())
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .distinct()
        .toList();
  }

  private static List<MarkedText.Mark> marks(
      List<Finding> findings, Function<Finding, @Nullable TextSpan> place) {
    List<MarkedText.Mark> marks = new ArrayList<>();
    for (Finding finding : findings) {
      TextSpan span = place.apply(finding);
      if (span != null && finding.stands()) {
        marks.add(new MarkedText.Mark(span, finding.severity()));
      }
    }
    return marks;
  }
}
