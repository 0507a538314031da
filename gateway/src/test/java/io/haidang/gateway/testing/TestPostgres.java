package io.haidang.gateway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
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

  /** Databases that tests have given back, as they began. */
  private static final Map<Contents, Deque<String>> FREE = new EnumMap<>(Contents.class);

  private static @Nullable EmbeddedPostgres server;

  private TestPostgres() {}

  /** Returns the JDBC URL of an empty database. */
  static synchronized String newDatabase() {
    return create("test" + DATABASES.incrementAndGet(), "template1");
  }

  /** The same with something in it, which may be {@link #giveBack given back}. */
  static synchronized String newDatabase(Contents contents) {
    Deque<String> free = free(contents);
    return free.isEmpty()
        ? create("test" + DATABASES.incrementAndGet(), contents.id())
        : free.pop();
  }

  private static Deque<String> free(Contents contents) {
    return FREE.computeIfAbsent(contents, TestPostgres::makeOriginal);
  }

  /** Makes what others are copied from; there are no copies yet. */
  private static Deque<String> makeOriginal(Contents contents) {
    String url = create(contents.id(), "template1");
    contents.make(url, USER);
    try (Connection connection = DriverManager.getConnection(url)) {
      PostgresReset.keep(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL: " + contents, e);
    }
    return new ArrayDeque<>();
  }

  /** Puts a database in order for the next test, or drops it when that cannot be done. */
  static void giveBack(String url, Contents contents) {
    if (isReset(url)) {
      synchronized (TestPostgres.class) {
        free(contents).push(url);
      }
    } else {
      drop(url);
    }
  }

  private static boolean isReset(String url) {
    try (Connection connection = DriverManager.getConnection(url)) {
      return PostgresReset.undo(connection);
    } catch (SQLException e) {
      return false; // Somebody still holds a lock, or the tables are gone.
    }
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
