package io.haidang.client;

/**
 * A machine's translation that nobody has reviewed: not for publication.
 *
 * @param text of the translation
 * @param sourceLanguage tag of the language that the text was in
 */
public record Translation(String text, String sourceLanguage) {}
