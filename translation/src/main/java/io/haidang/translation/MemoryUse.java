package io.haidang.translation;

/**
 * The entry of the memory that a segment was taken from.
 *
 * @param entry its id
 * @param kind how it matched, such as {@code IN_CONTEXT}
 * @param score 99 to 101
 * @param document id of the approved translation, or name of the imported file
 * @param segment its number in there, from 0
 * @param person who approved or imported it; may be empty
 */
public record MemoryUse(
    long entry, String kind, int score, String document, int segment, String person) {}
