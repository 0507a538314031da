package io.haidang.gateway.cli;

import java.io.PrintStream;

/**
 * One line that counts up: rewritten in place on a terminal, printed at each tenth elsewhere.
 *
 * <p>Not thread-safe.
 */
final class ProgressLine {

  private final PrintStream out;
  private final String label;
  private final boolean terminal;
  private int lastTenth = -1;

  ProgressLine(PrintStream out, String label) {
    this.out = out;
    this.label = label;
    this.terminal = Boolean.getBoolean("haidang.terminal"); // The launcher knows.
  }

  void show(int done, int total) {
    if (terminal) {
      out.printf("\r  %s %d of %d segments", label, done, total);
    } else if (total > 0 && done * 10 / total != lastTenth) {
      lastTenth = done * 10 / total;
      out.printf("  %s %d of %d segments%n", label, done, total);
    }
    out.flush();
  }

  void end() {
    if (terminal) {
      out.println();
    }
  }
}
