package io.haidang.gateway.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as both kinds of database have it.
 *
 * @param columns by name, so that their order in the database does not matter
 * @param order columns by which its rows have to come, because rows refer to earlier ones; else
 *     empty
 */
record Table(String name, List<Column> columns, List<String> order) {

  /**
   * A column.
   *
   * @param counted whether the database numbers its rows where they come without a number
   */
  record Column(String name, ColumnKind kind, boolean counted) {}

  Table {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  String select() {
    String sorted =
        order.stream().map(Table::quoted).collect(Collectors.joining(", ", " order by ", ""));
    return "select " + names() + " from " + quoted(name) + (order.isEmpty() ? "" : sorted);
  }

  String insert() {
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "insert into " + quoted(name) + " (" + names() + ") values (" + marks + ")";
  }

  private String names() {
    return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
  }

  /** Names come from the schema of a database, never from a backup. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
