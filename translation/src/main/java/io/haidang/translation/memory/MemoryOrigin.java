package io.haidang.translation.memory;

import java.time.Instant;
import java.util.Set;

/**
 * Where an entry comes from. Immutable.
 *
 * @param document id of the approved translation, or the name of the imported file
 * @param segment its number in there, from 0
 * @param person who approved or imported it; as a file says, where it names somebody
 * @param at when
 * @param release of the glossary that was in force; empty when nobody knows
 * @param accepted ids of the checks whose errors the approver has accepted in this segment
 */
public record MemoryOrigin(
    Kind kind,
    String document,
    int segment,
    String person,
    Instant at,
    String release,
    Set<String> accepted) {

  /** How far an entry can be relied on. */
  public enum Kind {
    /** A second person has signed it off at this desk. */
    APPROVED,
    /** Imported by somebody who answers for it. */
    VOUCHED,
    /** Imported, and nobody here knows how good it is. */
    IMPORTED
  }

  public MemoryOrigin {
    accepted = Set.copyOf(accepted);
  }
}
