package io.haidang.gateway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
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
  private static final Set<Contents> MADE = EnumSet.noneOf(Contents.class);
  private static @Nullable EmbeddedPostgres server;

  private TestPostgres() {}

  /** Returns the JDBC URL of an empty database. */
  static synchronized String newDatabase() {
    return create("test" + DATABASES.incrementAndGet(), "template1");
  }

  /** The same with something in it. */
  static synchronized String newDatabase(Contents contents) {
    if (MADE.add(contents)) {
      contents.make(create(contents.id(), "template1"), USER);
    }
    return create("test" + DATABASES.incrementAndGet(), contents.id());
  }

  /** Gives a database's room on disk back, whoever is still connected. */
  static synchronized void drop(String url) {
    String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    execute("drop database if exists " + name + " with (force)");
  }

  private static String create(String name, String template) {
    execute("create database " + name + " template " + template);
    return server().getJdbcUrl(USER, name);
  }

  private static void execute(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL: " + sql, e);
    }
  }

  private static EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        // What a crash would lose is of no use to anybody here.
        running =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
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
