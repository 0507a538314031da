package io.haidang.gateway.limit;

import io.haidang.gateway.report.Csv;
import java.util.List;

/** A report for spreadsheets (RFC 4180), one row for each line. */
public final class KeyCsv {

  private static final List<String> COLUMNS =
      List.of(
          "key",
          "login",
          "office",
          "requests",
          "characters",
          "documents",
          "provider_calls",
          "cost");

  private KeyCsv() {}

  public static String of(KeyReport report) {
    return Csv.table(COLUMNS, report.lines().stream().map(KeyCsv::row));
  }

  private static String row(KeyReport.Line line) {
    return Csv.row(
        Csv.quoted(line.name()),
        Csv.quoted(line.login()),
        Csv.quoted(line.office()),
        line.taken().requests(),
        line.taken().characters(),
        line.taken().documents(),
        line.calls(),
        line.costMicros() / 1e6);
  }
}
