package io.haidang.gateway.auth;

/**
 * An office as administrators see it.
 *
 * @param people open accounts
 * @param closed accounts that were closed
 * @param stories how many are its own
 */
public record OfficeEntry(Office office, int people, int closed, int stories) {}
