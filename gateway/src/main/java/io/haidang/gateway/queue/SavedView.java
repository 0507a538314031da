package io.haidang.gateway.queue;

import java.util.UUID;

/**
 * A filter that somebody keeps.
 *
 * @param name as they call it
 * @param query as the address of the page has it
 */
public record SavedView(UUID id, String name, String query) {}
