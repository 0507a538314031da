package io.haidang.gateway.http.kit;

/**
 * What a machine has answered.
 *
 * @param characters that it was charged for, in code points
 * @param lasts whether the same request would be answered the same until something changes
 */
public record MachineAnswer<T>(T reply, long characters, boolean lasts) {}
