package io.haidang.gateway.backup;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills an empty database in one transaction: all of it comes, and is what it was, or nothing. Not
 * thread-safe.
 */
final class Filling implements AutoCloseable {

  private static final int BATCH_BYTES = 4 << 20;
  private static final int BATCH_ROWS = 500;

  private final Connection connection;
  private final Schema schema;

  private Filling(Connection connection, Schema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** Begins by taking out the few rows that a new database is born with. */
  static Filling begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    Filling filling = new Filling(connection, Schema.of(connection));
    filling.clear();
    return filling;
  }

  Schema schema() {
    return schema;
  }

  private void clear() throws SQLException {
    List<Table> tables = schema.tables();
    try (Statement statement = connection.createStatement()) {
      for (int i = tables.size() - 1; i >= 0; i--) {
        statement.executeUpdate("delete from " + Table.quoted(tables.get(i).name()));
      }
    }
  }

  /** Opens a table to put rows into; its rows must come before those of the next. */
  TableFilling table(Table table) throws SQLException {
    return new TableFilling(table, connection.prepareStatement(table.insert()));
  }

  /**
   * Sets the numbers that come next, compares, and makes it last.
   *
   * @throws BackupException when something is not what it was; nothing is changed then
   */
  void finish(List<TableCount> expected) throws SQLException, IOException {
    List<TableCount> found = Snapshot.within(connection, schema).counts();
    List<TableCount> wrong = new ArrayList<>(found);
    wrong.removeAll(expected);
    if (!wrong.isEmpty() || found.size() != expected.size()) {
      throw new BackupException(
          "tables: "
              + wrong.stream().map(TableCount::table).toList()
              + " differ after copying (expected: the same rows; nothing was changed)");
    }
    continueNumbers();
    connection.commit();
  }

  private void continueNumbers() throws SQLException {
    for (Table table : schema.tables()) {
      for (Table.Column column : table.columns()) {
        if (column.counted()) {
          continueNumbers(Table.quoted(table.name()), Table.quoted(column.name()));
        }
      }
    }
  }

  private void continueNumbers(String table, String column) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long next;
      try (ResultSet row =
          statement.executeQuery("select coalesce(max(" + column + "), 0) + 1 from " + table)) {
        row.next();
        next = row.getLong(1);
      }
      statement.execute(
          "alter table " + table + " alter column " + column + " restart with " + next);
    }
  }

  /** Takes back what was not finished. */
  @Override
  public void close() throws SQLException {
    Snapshot.end(connection);
  }

  /** Puts rows into one table, some at a time. */
  static final class TableFilling implements AutoCloseable {

    private final Table table;
    private final PreparedStatement insert;
    private int rows;
    private int bytes;

    private TableFilling(Table table, PreparedStatement insert) {
      this.table = table;
      this.insert = insert;
    }

    void add(byte[] row) throws SQLException, IOException {
      DataInputStream values = new DataInputStream(new ByteArrayInputStream(row));
      int number = 0;
      for (Table.Column column : table.columns()) {
        column.kind().restore(values, insert, ++number);
      }
      insert.addBatch();
      rows++;
      bytes += row.length;
      if (rows >= BATCH_ROWS || bytes >= BATCH_BYTES) {
        flush();
      }
    }

    void flush() throws SQLException {
      if (rows == 0) {
        return;
      }
      try {
        insert.executeBatch();
      } catch (SQLException e) {
        // Messages of databases quote what was to be stored.
        throw new BackupException(
            table.name()
                + ": a row cannot be stored, SQL state "
                + e.getSQLState()
                + " (expected: what the other database took; nothing was changed)");
      }
      rows = 0;
      bytes = 0;
    }

    @Override
    public void close() throws SQLException {
      insert.close();
    }
  }
}
