package io.haidang.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * A new and empty database of one kind.
 *
 * <p><b>Owns:</b> the database, until {@link #close}, which fails when a connection was not given
 * back.
 */
public final class TestDatabase implements AutoCloseable {

  /** What the gateway can keep its state in. */
  public enum Kind {
    H2_FILE,
    POSTGRESQL
  }

  private final Database database;
  private final Runnable cleaning;

  private TestDatabase(Database database, Runnable cleaning) {
    this.database = database;
    this.cleaning = cleaning;
  }

  /** A database with the gateway's tables and no rows. */
  public static TestDatabase open(Kind kind) {
    return open(kind, Contents.TABLES);
  }

  /** A database that has the bundled official names in force. */
  public static TestDatabase withNames(Kind kind) {
    return open(kind, Contents.NAMES);
  }

  private static TestDatabase open(Kind kind, Contents contents) {
    return switch (kind) {
      case H2_FILE -> {
        Path folder = TestFolders.copyOf(contents);
        yield new TestDatabase(
            Database.open(GatewayConfig.embedded(folder), "haidang", ""),
            () -> TestFolders.delete(folder));
      }
      case POSTGRESQL -> {
        String url = TestPostgres.newDatabase(contents);
        yield new TestDatabase(
            Database.open(url, TestPostgres.USER, ""), () -> TestPostgres.giveBack(url, contents));
      }
    };
  }

  /**
   * A database that had a life before the gateway opens it.
   *
   * @param before is given its JDBC URL and user; there is no password
   */
  public static TestDatabase after(Kind kind, BiConsumer<String, String> before) {
    return switch (kind) {
      case H2_FILE -> {
        Path folder = TestFolders.temporary();
        yield new TestDatabase(
            opened(GatewayConfig.embedded(folder), "haidang", before),
            () -> TestFolders.delete(folder));
      }
      case POSTGRESQL -> {
        String url = TestPostgres.newDatabase();
        yield new TestDatabase(
            opened(url, TestPostgres.USER, before), () -> TestPostgres.drop(url));
      }
    };
  }

  private static Database opened(String url, String user, BiConsumer<String, String> before) {
    before.accept(url, user);
    return Database.open(url, user, "");
  }

  public Database database() {
    return database;
  }

  /** Where other processes find it. */
  public String url() {
    return ((HikariDataSource) database.dataSource()).getJdbcUrl();
  }

  /** Who may open it, without a password. */
  public String user() {
    return ((HikariDataSource) database.dataSource()).getUsername();
  }

  @Override
  public void close() {
    int inUse =
        ((HikariDataSource) database.dataSource()).getHikariPoolMXBean().getActiveConnections();
    database.close();
    cleaning.run();
    assertThat(inUse).as("connections still in use").isZero();
  }
}
