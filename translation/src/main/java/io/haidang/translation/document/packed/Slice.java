package io.haidang.translation.document.packed;

/** A range of the source of a part. */
public record Slice(int start, int end) {}
