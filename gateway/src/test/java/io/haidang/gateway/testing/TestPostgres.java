package io.haidang.gateway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One real PostgreSQL server for the whole test run, started when it is first asked for; it ends
 * with the process. Where it cannot run, tests are skipped, but fail when {@code CI=true}.
 */
final class TestPostgres {

  static final String USER = "postgres";

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  private TestPostgres() {}

  /** Returns the JDBC URL of an empty database. */
  static synchronized String newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    EmbeddedPostgres running = server();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL: no new database", e);
    }
    return running.getJdbcUrl(USER, name);
  }

  private static EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running = EmbeddedPostgres.builder().start();
        server = running;
      } catch (IOException | RuntimeException e) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
          throw new IllegalStateException("PostgreSQL: cannot start (expected under CI=true)", e);
        }
        throw new TestAbortedException("PostgreSQL: cannot start here", e);
      }
    }
    return running;
  }
}
