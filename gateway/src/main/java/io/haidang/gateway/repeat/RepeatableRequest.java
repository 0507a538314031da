package io.haidang.gateway.repeat;

import java.util.UUID;

/**
 * A request that its sender can tell from all others.
 *
 * @param account for which it is
 * @param key that the sender has chosen, 1 to 255 UTF-16 units
 * @param digest of everything that was asked for
 */
public record RepeatableRequest(UUID account, String key, String digest) {}
