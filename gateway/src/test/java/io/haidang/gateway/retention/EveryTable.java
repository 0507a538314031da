package io.haidang.gateway.retention;

import io.haidang.gateway.store.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks into every table that there is, as it says itself. */
final class EveryTable {

  private final Database database;

  EveryTable(Database database) {
    this.database = database;
  }

  /** In which columns a word stands, whatever their type, such as {@code segment.source}. */
  Set<String> columnsWith(String word) throws SQLException {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Set<String> columns = new TreeSet<>();
              for (String table : tables(handle.getConnection())) {
                handle
                    .createQuery("select * from " + table)
                    .map((row, context) -> columnsWith(row, table, word))
                    .forEach(columns::addAll);
              }
              return columns;
            });
  }

  private static Set<String> columnsWith(ResultSet row, String table, String word)
      throws SQLException {
    Set<String> columns = new TreeSet<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      if (text(row.getObject(i)).toLowerCase(Locale.ROOT).contains(word)) {
        columns.add(table + "." + row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
    }
    return columns;
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : value instanceof java.sql.Clob clob ? text(clob) : Objects.toString(value, "");
  }

  private static String text(java.sql.Clob clob) {
    try {
      return clob.getSubString(1, (int) clob.length());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tables whose rows point at those of {@code table}, directly or over others. */
  Set<String> pointingAt(String table) throws SQLException {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              TreeMap<String, Set<String>> uses = new TreeMap<>();
              for (String name : tables(handle.getConnection())) {
                uses.put(name, used(handle.getConnection(), name));
              }
              Set<String> found = new TreeSet<>(Set.of(table));
              while (uses.entrySet().stream()
                  .anyMatch(
                      use ->
                          use.getValue().stream().anyMatch(found::contains)
                              && found.add(use.getKey()))) {
                // Until there are no more.
              }
              return found;
            });
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private static Set<String> used(Connection connection, String table) throws SQLException {
    Set<String> used = new TreeSet<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet rows = data.getImportedKeys(null, connection.getSchema(), table)) {
      while (rows.next()) {
        used.add(rows.getString("PKTABLE_NAME"));
      }
    }
    return used;
  }
}
