package io.haidang.gateway.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The most points by 1,000 words with which a text passes, by round: the first time that somebody
 * judges it, and every later one.
 */
public record Limits(double first, double later) {

  /** As long as an administrator has set nothing else. */
  public static final Limits USUAL = new Limits(8, 5);

  private static final double MOST = 1_000;

  public Limits {
    requireFit("first", first);
    requireFit("later", later);
  }

  private static void requireFit(String name, double limit) {
    if (!(limit >= 0 && limit <= MOST)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, name + ": no limit (expected: 0 to 1000 points)");
    }
  }

  /** That of a round, from 1. */
  public double of(int round) {
    return round <= 1 ? first : later;
  }

  static Limits read(Handle handle) {
    Map<Integer, Double> set = new TreeMap<>();
    handle
        .createQuery("select round, points from quality_limit")
        .map((row, context) -> Map.entry(row.getInt("round"), row.getDouble("points")))
        .forEach(entry -> set.put(entry.getKey(), entry.getValue()));
    return new Limits(set.getOrDefault(1, USUAL.first), set.getOrDefault(2, USUAL.later));
  }

  void write(Handle handle) {
    handle.execute("delete from quality_limit");
    handle.execute("insert into quality_limit (round, points) values (1, ?), (2, ?)", first, later);
  }
}
