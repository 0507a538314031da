package io.haidang.gateway.priority;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much can go wrong if a text is read late, in hours, and when it should be read.
 *
 * <p>A text should be read by its deadline, or within {@link #PATIENCE} of coming into its state
 * where it has none. Risk brings that forward, an hour for each point:
 *
 * <pre>
 * readBy = (deadline, or since + 72 h) − hours
 * hours  = (4 × errors, at most 32
 *         + 2 × unsure segments, at most 16
 *         + 1 × official names not yet read, at most 8
 *         + 1 × warnings, at most 4) × reach
 * reach  = 1 for a text that goes to the public, ½ for one that stays in the house
 * </pre>
 *
 * <p>The text with the earliest {@code readBy} comes first. All the factors are there (confidence,
 * names, reach, deadline, age), and none needs the present time: two texts that wait grow older at
 * the same pace, so their order stays as it is until one of them changes, and an index can hold it.
 * Risk is at most 60 hours, so a text that has just come never goes before one that is due within
 * twelve.
 *
 * @param errors segments with a finding that blocks approval
 * @param warnings segments with a lesser finding
 * @param unsure segments that nobody has read, of which the machine is unsure or whose meaning
 *     seems to have strayed
 * @param names official names in segments that nobody has read
 * @param isPublic whether the text goes to the public
 */
public record Risk(int errors, int warnings, int unsure, int names, boolean isPublic) {

  /** How long a text without a deadline may wait. */
  public static final Duration PATIENCE = Duration.ofDays(3);

  /** 0 to 60. */
  public int hours() {
    int points =
        Math.min(32, 4 * errors)
            + Math.min(16, 2 * unsure)
            + Math.min(8, names)
            + Math.min(4, warnings);
    return isPublic ? points : points / 2;
  }

  /**
   * When a text of this risk should be read.
   *
   * @param deadline null for none
   * @param since when it came into its state
   */
  public Instant readBy(@Nullable Instant deadline, Instant since) {
    Instant end = deadline == null ? since.plus(PATIENCE) : deadline;
    return end.minus(Duration.ofHours(hours()));
  }
}
