package io.haidang.gateway.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One entry of the append-only log of a target.
 *
 * @param id grows with time
 * @param type such as {@code target-approved} or {@code segment-edited}
 * @param actor display name, or {@code worker}
 * @param data what changed
 */
public record Event(
    long id, UUID target, String type, String actor, Instant at, Map<String, Object> data) {}
