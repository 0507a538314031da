package io.haidang.gateway.review;

import java.time.Instant;

/**
 * What a person is typing in place of a segment's text and has not confirmed yet.
 *
 * @param index of the segment
 * @param version of the segment that it was typed over
 * @param savedAt when it was typed last
 */
public record WorkingCopy(int index, int version, String text, Instant savedAt) {}
