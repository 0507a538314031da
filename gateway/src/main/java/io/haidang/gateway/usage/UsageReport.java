package io.haidang.gateway.usage;

import io.haidang.gateway.PublicName;
import java.util.List;

/** Calls to providers, added up. Immutable. */
public record UsageReport(List<Line> lines) {

  public UsageReport {
    lines = List.copyOf(lines);
  }

  /** What calls can be added up by. */
  public enum Column {
    PROVIDER,
    MODEL,
    /** The account on whose behalf they were made: a person, or an office's program. */
    ACCOUNT;

    /** The column of the table, too. */
    String column() {
      return PublicName.of(this);
    }
  }

  /**
   * The calls that have a value in common.
   *
   * @param failed calls that brought no answer
   * @param costMicros in millionths of the currency's unit
   * @param latencyMillis of all calls together
   */
  public record Line(
      String name,
      long calls,
      long failed,
      long inputTokens,
      long outputTokens,
      long costMicros,
      long latencyMillis) {

    private Line plus(Line other) {
      return new Line(
          name,
          calls + other.calls,
          failed + other.failed,
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          costMicros + other.costMicros,
          latencyMillis + other.latencyMillis);
    }

    /** Of one call, on average; 0 when there was none. */
    public long averageMillis() {
      return calls == 0 ? 0 : latencyMillis / calls;
    }
  }

  /** All lines as one, called {@code total}. */
  public Line total() {
    return lines.stream().reduce(new Line("total", 0, 0, 0, 0, 0, 0), Line::plus);
  }
}
