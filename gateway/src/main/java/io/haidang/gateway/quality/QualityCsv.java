package io.haidang.gateway.quality;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.quality.QualityReport.Line;
import io.haidang.gateway.quality.QualityReport.Month;
import io.haidang.gateway.quality.QualityReport.Sum;
import io.haidang.gateway.report.Csv;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Quality for spreadsheets (RFC 4180). */
public final class QualityCsv {

  private static final List<String> SUMS =
      List.of(
          "decisions",
          "approved",
          "approved_unchanged",
          "passed",
          "words",
          "points",
          "points_per_1000_words",
          "edited_words",
          "approved_words",
          "active_seconds");

  private QualityCsv() {}

  /** The errors of a text, of all rounds. */
  public static String text(TextQuality quality) {
    return Csv.table(
        List.of("segment", "category", "severity", "points", "quote", "remark", "decided"),
        quality.annotations().stream().map(QualityCsv::row));
  }

  private static String row(Annotation annotation) {
    return Csv.row(
        annotation.segment() + 1,
        PublicName.of(annotation.category()),
        PublicName.of(annotation.severity()),
        annotation.severity().points(),
        Csv.quoted(annotation.quote()),
        Csv.quoted(annotation.remark()),
        annotation.isDecided());
  }

  /** A report by engine, language and form. */
  public static String lines(QualityReport report) {
    return Csv.table(
        columns("engine", "language", "form"), report.lines().stream().map(QualityCsv::row));
  }

  private static String row(Line line) {
    return Csv.row(
        Stream.concat(
            Stream.of(Csv.quoted(line.engine()), line.language().toLanguageTag(), line.form().id()),
            figures(line.sum())));
  }

  /** A report by month. */
  public static String months(QualityReport report) {
    return Csv.table(columns("month"), report.months().stream().map(QualityCsv::row));
  }

  private static String row(Month month) {
    return Csv.row(Stream.concat(Stream.of(month.month()), figures(month.sum())));
  }

  private static List<String> columns(String... first) {
    return Stream.concat(Stream.of(first), SUMS.stream()).toList();
  }

  private static Stream<Object> figures(Sum sum) {
    return Stream.of(
        sum.texts(),
        sum.approved(),
        sum.untouched(),
        sum.passed(),
        sum.words(),
        sum.points(),
        String.format(Locale.ROOT, "%.2f", sum.score()),
        sum.edited().edits(),
        sum.edited().words(),
        sum.active().toSeconds());
  }
}
