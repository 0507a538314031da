package io.haidang.gateway.report;

import io.haidang.gateway.draft.ProductForm;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * A month of the house, or of one of its offices.
 *
 * @param office whose it is; empty for all
 * @param lines by language, office and form
 * @param engines by engine, language, office and form
 * @param total of all lines
 * @param offices all that signed something off in that month, in alphabetical order
 */
public record MonthlyReport(
    YearMonth month,
    String office,
    List<Line> lines,
    List<EngineLine> engines,
    Figures total,
    List<String> offices) {

  public MonthlyReport {
    lines = List.copyOf(lines);
    engines = List.copyOf(engines);
    offices = List.copyOf(offices);
  }

  /** Products of one office that are alike. */
  public record Line(Locale language, String office, ProductForm form, Figures figures) {}
}
