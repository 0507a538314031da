package io.haidang.gateway.web.discussion;

import io.haidang.gateway.discussion.Comment;
import io.haidang.gateway.discussion.CommentThread;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread as a page shows it.
 *
 * @param resolved who has resolved it and when, in words; empty while it is open
 */
record ThreadCard(CommentThread thread, List<Line> lines, String resolved) {

  /**
   * One comment.
   *
   * @param time when it was said, in words
   * @param mayEdit whether the reader may still change it
   */
  record Line(Comment comment, String time, List<CommentRun> runs, boolean mayEdit) {

    boolean isEdited() {
      return comment.editedAt() != null;
    }
  }

  static ThreadCard of(CommentThread thread, UUID reader, Texts texts) {
    return new ThreadCard(
        thread,
        thread.comments().stream()
            .map(
                comment ->
                    new Line(
                        comment,
                        texts.time(comment.createdAt()),
                        CommentRun.of(comment.text()),
                        thread.mayEdit(comment, reader)))
            .toList(),
        thread.resolvedAt() == null
            ? ""
            : texts.get(
                "comments.resolved-by",
                String.valueOf(thread.resolvedBy()),
                texts.time(thread.resolvedAt())));
  }

  String href() {
    return TargetLink.href(thread.target()) + "/comments/" + thread.id();
  }

  /** The number of the segment that people use, from 1; null for the whole text. */
  @Nullable Integer number() {
    Integer segment = thread.segment();
    return segment == null ? null : segment + 1;
  }

  /** Where the segment is shown; empty for the whole text. */
  String segmentHref() {
    Integer segment = thread.segment();
    return segment == null ? "" : TargetLink.href(thread.target(), segment);
  }
}
