package io.haidang.gateway.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a night's run has deleted.
 *
 * @param endedAt null when it is under way, or broke off
 * @param failed stories that could not be deleted; the next run tries again
 */
public record RetentionRun(
    Instant startedAt, @Nullable Instant endedAt, int stories, int texts, int failed) {}
