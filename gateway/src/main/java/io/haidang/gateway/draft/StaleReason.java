package io.haidang.gateway.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a product no longer says what its story says.
 *
 * @param segment of the product that it concerns; null where it concerns all of it
 * @param revision of the asset in which it came up
 * @param before the fact as the product's revision words it, or the old sentence; empty for one
 *     that is new
 * @param after what stands in its place; empty when nothing does
 * @param source the product that this one was made from, for {@link Kind#SOURCE_CHANGED}
 */
public record StaleReason(
    Kind kind,
    @Nullable Integer segment,
    int revision,
    String before,
    String after,
    @Nullable UUID source,
    Instant at) {

  /** What has happened. */
  public enum Kind {
    /** A fact that it states is another one now. */
    FACT_CHANGED,
    /** A fact that it states is no longer told. */
    FACT_GONE,
    /** A sentence that it was made from reads otherwise. */
    SENTENCE_CHANGED,
    /** A sentence that it was made from was taken out. */
    SENTENCE_GONE,
    /** A sentence came in, which a translation has to have. */
    SENTENCE_ADDED,
    /** A product that it was made from is stale or was changed. */
    SOURCE_CHANGED
  }
}
