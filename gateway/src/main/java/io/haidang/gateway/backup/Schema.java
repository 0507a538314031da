package io.haidang.gateway.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database consists of, as it says itself.
 *
 * @param version the last migration that it has had
 * @param tables those that others refer to first
 */
record Schema(String version, List<Table> tables) {

  private static final String HISTORY = "flyway_schema_history";

  Schema {
    tables = List.copyOf(tables);
  }

  /** Whether it has never been a database of ours. */
  static boolean isBlank(Connection connection) throws SQLException {
    return names(connection).isEmpty();
  }

  static Schema of(Connection connection) throws SQLException {
    Set<String> names = names(connection);
    if (!names.remove(HISTORY)) {
      throw new BackupException("database: no tables of Hải Đăng (expected: one that it has made)");
    }
    Map<String, Set<String>> needs = new TreeMap<>();
    for (String name : names) {
      needs.put(name, new TreeSet<>(referred(connection, name, "PKTABLE_NAME", false)));
    }
    List<Table> tables = new ArrayList<>();
    for (String name : ordered(needs)) {
      tables.add(
          new Table(
              name, columns(connection, name), referred(connection, name, "PKCOLUMN_NAME", true)));
    }
    return new Schema(version(connection), tables);
  }

  private static Set<String> names(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** What the rows of a table refer to: in the table itself, or in others. */
  private static List<String> referred(
      Connection connection, String table, String label, boolean itself) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
      while (rows.next()) {
        if (rows.getString("PKTABLE_NAME").equals(table) == itself) {
          names.add(rows.getString(label));
        }
      }
    }
    return names;
  }

  /** Tables that refer to each other in a circle would have to be copied in another way. */
  private static List<String> ordered(Map<String, Set<String>> needs) {
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < needs.size()) {
      List<String> next =
          needs.keySet().stream()
              .filter(name -> !ordered.contains(name) && ordered.containsAll(needs.get(name)))
              .toList();
      if (next.isEmpty()) {
        throw new BackupException("tables: refer to each other in a circle (expected: an order)");
      }
      ordered.addAll(next);
    }
    return ordered;
  }

  private static List<Table.Column> columns(Connection connection, String table)
      throws SQLException {
    List<Table.Column> columns = new ArrayList<>();
    DatabaseMetaData data = connection.getMetaData();
    String pattern = table.replace("_", data.getSearchStringEscape() + "_");
    try (ResultSet rows = data.getColumns(null, connection.getSchema(), pattern, "%")) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        columns.add(
            new Table.Column(
                name,
                ColumnKind.of(table, name, rows.getString("TYPE_NAME")),
                "YES".equals(rows.getString("IS_AUTOINCREMENT"))));
      }
    }
    columns.sort(Comparator.comparing(Table.Column::name));
    return columns;
  }

  private static String version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select \"version\" from \""
                    + HISTORY
                    + "\" where \"success\" and \"version\" is not null"
                    + " order by \"installed_rank\" desc")) {
      if (!row.next()) {
        throw new BackupException("database: no migration was made (expected: a served one)");
      }
      return row.getString(1);
    }
  }
}
