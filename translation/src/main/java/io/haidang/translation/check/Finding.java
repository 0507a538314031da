package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something about a translation that a reviewer has to see.
 *
 * @param check stable id, such as {@code numbers} or {@code term-missing}
 * @param severity how much it matters
 * @param sourceSpan where in the source segment, or null
 * @param targetSpan where in the target segment, or null
 * @param expected what should be there: a number, an official name; empty when that cannot be said
 * @param detail the reason, for a reader; may be empty
 */
public record Finding(
    String check,
    Severity severity,
    @Nullable TextSpan sourceSpan,
    @Nullable TextSpan targetSpan,
    String expected,
    String detail) {}
