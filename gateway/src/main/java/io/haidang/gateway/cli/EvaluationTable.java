package io.haidang.gateway.cli;

import io.haidang.translation.evaluate.NameFigures;
import io.haidang.translation.evaluate.TermMode;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the figures of an evaluation for people. */
final class EvaluationTable {

  private final PrintWriter out;

  EvaluationTable(PrintWriter out) {
    this.out = out;
  }

  void print(EvaluationReport report) {
    out.printf(
        "%s %s, official names %s%n", report.engine(), report.engineVersion(), report.glossary());
    report
        .figures()
        .forEach(
            (share, modes) -> {
              NameFigures any = modes.values().iterator().next();
              out.printf("%n%s: %d sentences, %d names%n", share, any.sentences(), any.names());
              out.println(
                  "mode    term success  exact match  consistency  forbidden  false insertions"
                      + "  own names  chrF2");
              modes.forEach(this::print);
            });
    out.println();
    out.flush();
  }

  private void print(TermMode mode, NameFigures figures) {
    out.printf(
        Locale.ROOT,
        "%-7s %10.1f %% %10.1f %% %10.1f %% %10d %15.1f %% %8.1f %% %6.1f%n",
        EvaluationReport.name(mode),
        figures.termSuccess(),
        figures.exactMatch(),
        figures.consistency(),
        figures.forbidden(),
        figures.falseInsertions(),
        figures.ownNames(),
        figures.chrf());
  }
}
