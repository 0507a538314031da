package io.haidang.gateway.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.h2.api.ErrorCode;

/**
 * What a database is like, found out without changing anything in it. Immutable.
 *
 * @param reason why it cannot be reached: an SQL state; empty otherwise
 * @param product name and version; empty unless it was reached
 * @param pending migrations that the next start will make
 * @param skew how far its clock is ahead of this machine's
 */
public record DatabaseState(
    Condition condition, String reason, String product, int pending, Duration skew) {

  /** What came of opening it. */
  public enum Condition {
    /** An embedded one that nobody has made yet. */
    ABSENT,
    /** An embedded one that another process has open. */
    IN_USE,
    REACHED,
    /** It has migrations that this version does not know. */
    NEWER,
    UNREACHABLE
  }

  private static final String ONLY_IF_THERE = ";IFEXISTS=TRUE";
  private static final int PATIENCE_SECONDS = 5;

  /** Looks at a database; blocks for some seconds at most. */
  public static DatabaseState of(String jdbcUrl, String user, String password, Clock clock) {
    boolean embedded = jdbcUrl.startsWith("jdbc:h2:");
    String url = embedded ? jdbcUrl + ONLY_IF_THERE : jdbcUrl;
    DriverManager.setLoginTimeout(PATIENCE_SECONDS);
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      Duration skew = skew(connection, clock);
      String product =
          connection.getMetaData().getDatabaseProductName()
              + " "
              + connection.getMetaData().getDatabaseProductVersion();
      return migrations(Database.flyway(jdbcUrl).dataSource(url, user, password).load().info())
          .with(product, skew);
    } catch (SQLException e) {
      return failed(e);
    } catch (FlywayException e) {
      return of(Condition.UNREACHABLE, "its history of migrations cannot be read");
    }
  }

  private static DatabaseState migrations(MigrationInfoService info) {
    for (var migration : info.applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        return of(Condition.NEWER, "");
      }
    }
    return new DatabaseState(Condition.REACHED, "", "", info.pending().length, Duration.ZERO);
  }

  private DatabaseState with(String name, Duration ahead) {
    return new DatabaseState(condition, reason, name, pending, ahead);
  }

  private static Duration skew(Connection connection, Clock clock) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_timestamp")) {
      row.next();
      return Duration.between(clock.instant(), row.getObject(1, OffsetDateTime.class).toInstant());
    }
  }

  private static DatabaseState failed(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> of(Condition.IN_USE, "");
      case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> of(Condition.ABSENT, "");
      default -> of(Condition.UNREACHABLE, "SQL state " + failure.getSQLState());
    };
  }

  private static DatabaseState of(Condition condition, String reason) {
    return new DatabaseState(condition, reason, "", 0, Duration.ZERO);
  }
}
