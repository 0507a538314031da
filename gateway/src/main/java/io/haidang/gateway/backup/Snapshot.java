package io.haidang.gateway.backup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.Constants;

/**
 * The rows of a database as they were at one instant, while others go on writing. Holds one row at
 * a time, or some dozens with PostgreSQL. Not thread-safe.
 */
final class Snapshot implements AutoCloseable {

  private static final int ROWS_AT_A_TIME = 40;

  private final Connection connection;
  private final Schema schema;

  private Snapshot(Connection connection, Schema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** Takes what a connection sees now; the connection is the caller's to close. */
  static Snapshot take(Connection connection) throws SQLException {
    boolean embedded = isEmbedded(connection);
    connection.setTransactionIsolation(
        embedded ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    Snapshot snapshot = new Snapshot(connection, Schema.of(connection));
    rowByRow(connection, true);
    return snapshot;
  }

  /** What a transaction under way sees, its own rows among it. */
  static Snapshot within(Connection connection, Schema schema) throws SQLException {
    Snapshot snapshot = new Snapshot(connection, schema);
    rowByRow(connection, true);
    return snapshot;
  }

  Schema schema() {
    return schema;
  }

  /** Gives every row in its binary form. */
  TableCount read(Table table, RowSink sink) throws SQLException, IOException {
    RowSum sum = new RowSum();
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows = statement.executeQuery(table.select())) {
        while (rows.next()) {
          row.reset();
          write(rows, table, new DataOutputStream(row));
          byte[] bytes = row.toByteArray();
          sum.add(bytes);
          sink.accept(bytes);
        }
      }
    }
    return sum.of(table);
  }

  /** Counts and checksums of all tables. */
  List<TableCount> counts() throws SQLException, IOException {
    List<TableCount> counts = new ArrayList<>();
    for (Table table : schema.tables()) {
      counts.add(read(table, row -> {}));
    }
    return counts;
  }

  private static void write(ResultSet row, Table table, DataOutputStream to)
      throws SQLException, IOException {
    int number = 0;
    for (Table.Column column : table.columns()) {
      column.kind().copy(row, ++number, to);
    }
  }

  /** H2 would collect a whole result, of pieces of films, say, before it gave the first row. */
  private static void rowByRow(Connection connection, boolean lazy) throws SQLException {
    if (isEmbedded(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set lazy_query_execution " + (lazy ? 1 : 0));
      }
    }
  }

  private static boolean isEmbedded(Connection connection) throws SQLException {
    return "H2".equals(connection.getMetaData().getDatabaseProductName());
  }

  /** Ends the transaction. */
  @Override
  public void close() throws SQLException {
    end(connection);
  }

  /** Takes back what was not committed; the connection is as it was before. */
  static void end(Connection connection) throws SQLException {
    rowByRow(connection, false);
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** Takes rows. */
  @FunctionalInterface
  interface RowSink {
    void accept(byte[] row) throws SQLException, IOException;
  }
}
