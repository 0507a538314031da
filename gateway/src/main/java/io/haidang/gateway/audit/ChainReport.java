package io.haidang.gateway.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reading of the whole chain found.
 *
 * @param head the last link
 * @param sealedAt when that was; null while there is none
 * @param erased entries that went with a deleted text, as the log of retention says
 * @param flaws what is not as it was sealed, at most {@link #MOST_FLAWS}
 */
public record ChainReport(
    ChainHead head, @Nullable Instant sealedAt, long erased, List<Flaw> flaws) {

  /** Whoever has so many needs no more. */
  public static final int MOST_FLAWS = 50;

  public ChainReport {
    flaws = List.copyOf(flaws);
  }

  /** What can be wrong. */
  public enum Kind {
    /** A link is not what follows from those before it. */
    BROKEN,
    /** An entry reads otherwise than when it was sealed. */
    CHANGED,
    /** An entry is gone, and nobody has said that its text was deleted. */
    MISSING,
    /** There are entries, as old as sealed ones, that were not there when those were sealed. */
    SLIPPED_IN,
    /** The chain does not contain the head that was noted. */
    OTHER_HEAD
  }

  /**
   * Something wrong.
   *
   * @param position of the link; 0 where there is none
   * @param area of the entry; null where there is none
   * @param entry id in its log, or, of those that slipped in, how many
   */
  public record Flaw(Kind kind, long position, @Nullable Area area, long entry) {}

  public boolean isIntact() {
    return flaws.isEmpty();
  }
}
