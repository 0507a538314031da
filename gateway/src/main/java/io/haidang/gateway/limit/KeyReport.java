package io.haidang.gateway.limit;

import java.util.List;

/**
 * What was taken in a period, and what calls to providers cost, the most characters first.
 * Immutable.
 */
public record KeyReport(List<Line> lines) {

  public KeyReport {
    lines = List.copyOf(lines);
  }

  /** What is added up. */
  public enum By {
    /** Each key by itself; its cost is that of texts translated while it waited. */
    KEY,
    /** Keys of an office's accounts; its cost is that of everything those accounts caused. */
    OFFICE
  }

  /**
   * One key, or one office.
   *
   * @param name of the key; empty for an office
   * @param login of the key's account; empty for an office
   * @param calls to providers
   * @param costMicros in millionths of the currency's unit
   */
  public record Line(
      String name, String login, String office, KeyUse taken, long calls, long costMicros) {}
}
