package io.haidang.gateway.report;

import io.haidang.gateway.report.MonthlyReport.Line;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report for spreadsheets (RFC 4180), one row for each line. */
public final class ReportCsv {

  private static final List<String> COLUMNS =
      List.of(
          "month",
          "language",
          "office",
          "form",
          "products",
          "published",
          "withdrawn",
          "corrected",
          "median_hours",
          "p90_hours",
          "segments",
          "changed_segments",
          "edited_words",
          "words",
          "segments_with_errors",
          "segments_with_warnings",
          "segments_with_wrong_names");

  private ReportCsv() {}

  public static String of(MonthlyReport report) {
    return Csv.table(COLUMNS, report.lines().stream().map(line -> row(report, line)));
  }

  private static String row(MonthlyReport report, Line line) {
    Figures figures = line.figures();
    return Csv.row(
        report.month(),
        line.language().toLanguageTag(),
        Csv.quoted(line.office()),
        line.form().id(),
        figures.products(),
        figures.published(),
        figures.withdrawn(),
        figures.corrected(),
        hours(figures.median()),
        hours(figures.slow()),
        figures.segments(),
        figures.changed(),
        figures.edited().edits(),
        figures.edited().words(),
        figures.errors(),
        figures.warnings(),
        figures.names());
  }

  private static String hours(Optional<Duration> time) {
    return time.map(value -> String.format(Locale.ROOT, "%.1f", value.toSeconds() / 3600.0))
        .orElse("");
  }
}
