package io.haidang.gateway.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Counts on the screen: a line for each hundred thousand. Not thread-safe. */
final class MemoryCount implements LongConsumer {

  private static final long STEP = 100_000;

  private final PrintWriter out;
  private final String what;
  private final long start;
  private long next = STEP;

  MemoryCount(PrintWriter out, String what, long start) {
    this.out = out;
    this.what = what;
    this.start = start;
  }

  @Override
  public void accept(long count) {
    if (count >= next) {
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(Locale.ROOT, "  %,d %s, %,.0f a second%n", count, what, count / seconds);
      out.flush();
      next = (count / STEP + 1) * STEP;
    }
  }
}
