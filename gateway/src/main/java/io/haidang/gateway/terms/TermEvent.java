package io.haidang.gateway.terms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the append-only log of a concept.
 *
 * @param id grows with time
 * @param proposal that it is about, or null
 * @param actor display name, or {@link #BUNDLED_LIST}
 * @param release that it made, or null
 * @param comment may be empty
 */
public record TermEvent(
    long id,
    @Nullable UUID proposal,
    Type type,
    String actor,
    Instant at,
    @Nullable Integer release,
    String comment) {

  /** Stands for the list that the program ships with, where a person's name would be. */
  public static final String BUNDLED_LIST = "bundled list";

  /** What happened. */
  public enum Type {
    /** In force from the first release on. */
    BUNDLED,
    PROPOSED,
    /** In force, or out of force, from a release on. */
    APPROVED,
    REJECTED,
    WITHDRAWN,
    COMMENTED
  }
}
