package io.haidang.gateway.review;

import io.haidang.gateway.store.ContentDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * A product as it was delivered.
 *
 * @param digest of the file
 * @param mediaType with the character set where there is one
 * @param revision of the asset that it was made from
 * @param actor display name of whoever took it away
 */
public record Publication(
    UUID target,
    ContentDigest digest,
    String fileName,
    String mediaType,
    int revision,
    String actor,
    Instant at) {}
