package io.haidang.gateway.discussion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment with its replies.
 *
 * @param segment counted from 0; null when it is about the whole text
 * @param resolvedBy display name; null while it is open
 * @param resolvedAt null while it is open
 * @param comments the oldest first; at least one
 */
public record CommentThread(
    UUID id,
    UUID target,
    @Nullable Integer segment,
    ThreadState state,
    @Nullable String resolvedBy,
    @Nullable Instant resolvedAt,
    List<Comment> comments) {

  public CommentThread {
    comments = List.copyOf(comments);
  }

  public boolean isOpen() {
    return state == ThreadState.OPEN;
  }

  /** Whether {@code account} may still change what {@code comment} says: nobody has answered it. */
  public boolean mayEdit(Comment comment, UUID account) {
    return comment.author().equals(account) && comment.number() == comments.size() - 1;
  }
}
