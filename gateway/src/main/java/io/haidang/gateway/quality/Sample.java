package io.haidang.gateway.quality;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signed-off texts that are read again in full, drawn by risk.
 *
 * @param first month of sign-off
 * @param last month of sign-off
 * @param seed with which it was drawn
 * @param population how many texts there were to draw from
 * @param person display name of who drew it
 * @param texts in the order of their drawing; those that the reader may not see have no title
 */
public record Sample(
    UUID id,
    YearMonth first,
    YearMonth last,
    long seed,
    int population,
    String person,
    Instant at,
    List<Text> texts) {

  public Sample {
    texts = List.copyOf(texts);
  }

  /**
   * A text of it.
   *
   * @param risk when it was drawn, in hours as the queue has it
   * @param probability that it would be drawn
   * @param passed whether it was good enough when it was read again; null until then
   */
  public record Text(
      UUID target, String title, int risk, double probability, @Nullable Boolean passed) {

    public boolean isRead() {
      return passed != null;
    }
  }

  /** How many have been read. */
  public long read() {
    return texts.stream().filter(Text::isRead).count();
  }

  /** What those that were read say of all texts; nothing is certain before all of it is read. */
  public ErrorRate errorRate() {
    return ErrorRate.of(texts);
  }
}
