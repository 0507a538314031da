package io.haidang.gateway.discussion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person has said.
 *
 * @param number in its thread, from 0, which opens it
 * @param authorLogin as colleagues mention the author
 * @param text plain; {@code @login} mentions somebody
 * @param editedAt null when it stands as it was first written
 */
public record Comment(
    UUID id,
    int number,
    UUID author,
    String authorName,
    String authorLogin,
    String text,
    Instant createdAt,
    @Nullable Instant editedAt) {}
