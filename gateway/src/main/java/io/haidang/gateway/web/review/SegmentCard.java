package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.WordDiff;
import io.haidang.translation.check.Severity;
import io.haidang.translation.review.SegmentState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A segment as the workbench shows it.
 *
 * @param source with its official names
 * @param marked the translation with its official names
 * @param names those of the translation, each concept once
 * @param unsureWords those of the translation that the machine was unsure of, each once, without
 *     inline codes and mere punctuation; none once a person has read the segment
 * @param text what stands in the editor: the present translation, or what its editor typed when it
 *     could not be saved
 * @param machine parts of the present translation beside the machine's; empty when they are equal
 * @param length of the text in the editor, against its limits
 * @param memoryNote whose approved text it is and how like; null when an engine wrote it
 * @param unsaved why {@code text} is not what is stored, or null
 */
record SegmentCard(
    Target target,
    SegmentView segment,
    List<MarkedText.Run> source,
    List<MarkedText.Run> marked,
    List<MarkedText.Run> names,
    List<String> unsureWords,
    String text,
    List<WordDiff.Part> machine,
    List<FindingNote> findings,
    LengthNote length,
    @Nullable String memoryNote,
    @Nullable Unsaved unsaved) {

  /**
   * A text in the editor that is not the segment's.
   *
   * @param text as it was typed
   * @param message what happened, in words
   * @param isOvertaken whether somebody else has saved the segment since the typing began
   * @param isRefused whether the person tried to save it; else it was kept while it was typed
   */
  record Unsaved(String text, String message, boolean isOvertaken, boolean isRefused) {}

  /**
   * What somebody else has saved while this text was typed, null when nobody has. It is the text of
   * the very version that the form names, so that nobody confirms over a text that was not shown.
   */
  @Nullable String theirs() {
    return unsaved != null && unsaved.isOvertaken() ? segment.target() : null;
  }

  /** From what is stored to what stands in the editor. */
  List<WordDiff.Part> difference() {
    return WordDiff.of(segment.target(), text);
  }

  /** The number that people use, from 1. */
  int number() {
    return segment.index() + 1;
  }

  String href() {
    return TargetLink.href(target.id()) + "/segments/" + segment.index();
  }

  /** Engine, versions and glossary release in one line. */
  String provenance() {
    Provenance from = segment.provenance();
    return Stream.of(
            from.engine(), from.engineVersion(), from.promptVersion(), from.glossaryRelease())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(note -> note.stands() && note.severity() == Severity.ERROR);
  }

  boolean hasOpenFindings() {
    return findings.stream().anyMatch(FindingNote::stands);
  }

  /** Whether the machine itself was unsure; of no interest once a person has read the segment. */
  boolean isUnsure() {
    Double confidence = segment.confidence();
    return isUnread(segment) && confidence != null && confidence < TranslatedSegment.LOW_CONFIDENCE;
  }

  /**
   * How close the machine came to the meaning of the source; null when nobody has compared them, or
   * a person has read the segment since.
   */
  @Nullable Double similarity() {
    return isUnread(segment) ? segment.similarity() : null;
  }

  boolean isFarFromSource() {
    Double similarity = similarity();
    return similarity != null && similarity < TranslatedSegment.LOW_SIMILARITY;
  }

  /**
   * Ids of what is said about the editor's text, for {@code aria-describedby}; null for nothing.
   */
  @Nullable String describedBy() {
    String ids =
        Stream.of(
                length.isLimited() ? "length-" + segment.index() : "",
                unsureWords.isEmpty() ? "" : "unsure-" + segment.index(),
                findings.isEmpty() ? "" : "findings-" + segment.index())
            .filter(id -> !id.isEmpty())
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }

  static boolean isUnread(SegmentView segment) {
    return segment.state() == SegmentState.MACHINE;
  }
}
