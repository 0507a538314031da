package io.haidang.gateway.auth;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param id by which it is ended; nobody gets in with it
 * @param since when
 * @param seen when somebody was at it, to the minute
 * @param browser in words, such as {@code Firefox, Windows}; empty when unknown
 * @param own whether it is the one that asks
 */
public record OpenSession(String id, Instant since, Instant seen, String browser, boolean own) {}
