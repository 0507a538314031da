package io.haidang.gateway.cli;

import io.haidang.gateway.backup.TableCount;
import java.io.PrintWriter;
import java.util.List;

/** Prints what was copied: a line for each table that has rows. */
final class CopiedTables {

  private static final int CHECKSUM = 16;

  private CopiedTables() {}

  static void print(List<TableCount> counts, PrintWriter out) {
    for (TableCount count : counts) {
      if (count.rows() > 0) {
        out.printf(
            "%-24s %,12d rows  %s%n",
            count.table(), count.rows(), count.checksum().substring(0, CHECKSUM));
      }
    }
    out.printf(
        "%-24s %,12d rows in %d tables%n",
        "together", counts.stream().mapToLong(TableCount::rows).sum(), counts.size());
    out.flush();
  }
}
