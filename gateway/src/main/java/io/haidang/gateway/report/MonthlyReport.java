package io.haidang.gateway.report;

import io.haidang.gateway.draft.ProductForm;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * A month of the office.
 *
 * @param lines by language, owner and form
 * @param total of all lines
 */
public record MonthlyReport(YearMonth month, List<Line> lines, Figures total) {

  public MonthlyReport {
    lines = List.copyOf(lines);
  }

  /**
   * Products that are alike.
   *
   * @param owner display name of whoever answers for their stories
   */
  public record Line(Locale language, String owner, ProductForm form, Figures figures) {}
}
