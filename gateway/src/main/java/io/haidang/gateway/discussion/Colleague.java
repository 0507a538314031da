package io.haidang.gateway.discussion;

/**
 * Somebody who may be mentioned.
 *
 * @param login what stands behind the {@code @}
 */
public record Colleague(String login, String displayName) {}
