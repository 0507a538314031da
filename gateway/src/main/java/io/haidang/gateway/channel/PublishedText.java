package io.haidang.gateway.channel;

/**
 * The words of a product as channels show them, without markup.
 *
 * @param title at most 200 UTF-16 units
 * @param body paragraphs with an empty line between them
 */
public record PublishedText(String title, String body) {}
