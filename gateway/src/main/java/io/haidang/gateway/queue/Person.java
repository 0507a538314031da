package io.haidang.gateway.queue;

import java.util.UUID;

/** Somebody, as colleagues see them. */
public record Person(UUID id, String login, String name) {}
