package io.haidang.client;

import java.util.Optional;

/**
 * A product as the channels show it.
 *
 * @param id the same in every version
 * @param form such as {@code translation}
 * @param withdrawn whether it was taken back; then there is a notice and no text
 * @param title empty when it was withdrawn
 * @param text the approved text without markup; empty when it was withdrawn
 * @param notice what the public is told of a withdrawal
 */
public record PublishedItem(
    String id,
    String form,
    String language,
    boolean withdrawn,
    Optional<String> title,
    Optional<String> text,
    Optional<String> notice) {}
