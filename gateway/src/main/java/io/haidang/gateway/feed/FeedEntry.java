package io.haidang.gateway.feed;

import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the log, and how far its product is when the entry is read.
 *
 * @param id grows with time
 * @param done segments that there are
 * @param total segments that there will be; 0 while nobody knows
 */
public record FeedEntry(
    long id,
    String type,
    Instant at,
    UUID target,
    UUID asset,
    UUID story,
    String form,
    String language,
    TargetState state,
    int done,
    int total) {}
