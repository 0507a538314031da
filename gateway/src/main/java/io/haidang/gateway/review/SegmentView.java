package io.haidang.gateway.review;

import io.haidang.glossary.TermMatch;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.Provenance;
import io.haidang.translation.check.Finding;
import io.haidang.translation.review.SegmentState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment as a reviewer sees it; texts may hold inline codes.
 *
 * @param index position in the document, from 0
 * @param unit text unit (paragraph) it belongs to
 * @param role what it is in a form; a sentence in a translation
 * @param origins segments of the source that it was made from, in growing order
 * @param machine what the machine wrote first
 * @param target the present text
 * @param version for optimistic locking of this segment
 * @param confidence of the machine, log-probability; 0 is certainty; null when it did not tell
 * @param similarity of source and machine text in meaning, -1 to 1; null when nobody compared them
 * @param uncertain words of the present text that the machine was unsure of, in reading order; none
 *     once the text is no longer the machine's
 * @param findings about the present text
 * @param sourceTerms official names in the source
 * @param provenance where the machine text came from
 */
public record SegmentView(
    int index,
    int unit,
    Role role,
    List<Integer> origins,
    String source,
    String machine,
    String target,
    SegmentState state,
    int version,
    @Nullable Double confidence,
    @Nullable Double similarity,
    List<UncertainSpan> uncertain,
    List<Finding> findings,
    List<TermMatch> sourceTerms,
    Provenance provenance) {

  /** The longest text of a segment, in UTF-16 units. */
  public static final int MAX_TEXT = 10_000;

  public SegmentView {
    origins = List.copyOf(origins);
    uncertain = List.copyOf(uncertain);
    findings = List.copyOf(findings);
    sourceTerms = List.copyOf(sourceTerms);
  }
}
