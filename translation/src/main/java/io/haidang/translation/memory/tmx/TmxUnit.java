package io.haidang.translation.memory.tmx;

import io.haidang.models.LanguagePair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A segment and its translation as a file has them.
 *
 * @param source with inline codes
 * @param target with inline codes
 * @param before the segment in front of the source; null when the file does not say
 * @param after the one behind it, likewise
 * @param domain what the file says that it is about; may be empty
 * @param person who made it, as the file says; may be empty
 * @param at when, as the file says; null when it does not
 */
public record TmxUnit(
    LanguagePair pair,
    String source,
    String target,
    @Nullable String before,
    @Nullable String after,
    String domain,
    String person,
    @Nullable Instant at) {}
