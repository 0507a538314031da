package io.haidang.gateway.backup;

import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.DatabaseState;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Where a database is.
 *
 * @param password may be empty; never shown
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  /**
   * Connects without changing anything.
   *
   * @throws BackupException when it is not there, is in use, or is not of this version
   */
  Connection connect() throws SQLException {
    DatabaseState state = DatabaseState.of(jdbcUrl, user, password, Clock.systemUTC());
    switch (state.condition()) {
      case ABSENT -> throw new BackupException("database: none there (expected: one to copy)");
      case IN_USE ->
          throw new BackupException("database: in use (expected: the server stopped first)");
      case NEWER ->
          throw new BackupException("database: of a newer Hải Đăng (expected: that version)");
      case UNREACHABLE ->
          throw new BackupException("database: cannot be opened: " + state.reason());
      case REACHED -> {}
    }
    if (state.pending() > 0) {
      throw new BackupException(
          "database: of an older Hải Đăng (expected: start this version on it once)");
    }
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /**
   * Opens it with the tables of this version and nothing in them.
   *
   * @throws BackupException when it has rows that a new database does not have
   */
  Database openEmpty() throws SQLException, IOException {
    DatabaseState state = DatabaseState.of(jdbcUrl, user, password, Clock.systemUTC());
    if (state.condition() == DatabaseState.Condition.UNREACHABLE) {
      throw new BackupException("target: cannot be opened: " + state.reason());
    }
    if (state.condition() == DatabaseState.Condition.REACHED) {
      requireEmpty();
    }
    return Database.open(jdbcUrl, user, password);
  }

  private void requireEmpty() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
      if (Schema.isBlank(connection)) {
        return;
      }
      try (Snapshot snapshot = Snapshot.take(connection)) {
        if (!rows(snapshot).equals(rowsOfNew())) {
          throw new BackupException("target: has rows (expected: a new, empty database)");
        }
      }
    }
  }

  /** Migrations put some rows in. */
  private static List<String> rowsOfNew() throws SQLException, IOException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Database made = Database.open(url, "haidang", "");
        Connection connection = made.dataSource().getConnection();
        Snapshot snapshot = Snapshot.take(connection)) {
      return rows(snapshot);
    }
  }

  private static List<String> rows(Snapshot snapshot) throws SQLException, IOException {
    return snapshot.counts().stream().map(count -> count.table() + count.rows()).sorted().toList();
  }

  @Override
  public String toString() {
    return jdbcUrl;
  }
}
