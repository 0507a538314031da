package io.haidang.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

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

  public static TestDatabase open(Kind kind) {
    return open(kind, (url, user) -> {});
  }

  /**
   * A database that had a life before it is opened.
   *
   * @param before is given its JDBC URL and user; there is no password
   */
  public static TestDatabase open(Kind kind, BiConsumer<String, String> before) {
    return switch (kind) {
      case H2_FILE -> h2(before);
      case POSTGRESQL ->
          new TestDatabase(opened(TestPostgres.newDatabase(), TestPostgres.USER, before), () -> {});
    };
  }

  private static Database opened(String url, String user, BiConsumer<String, String> before) {
    before.accept(url, user);
    return Database.open(url, user, "");
  }

  private static TestDatabase h2(BiConsumer<String, String> before) {
    try {
      Path folder = Files.createTempDirectory("haidang-h2-");
      return new TestDatabase(
          opened(GatewayConfig.embedded(folder), "haidang", before), () -> delete(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    int inUse =
        ((HikariDataSource) database.dataSource()).getHikariPoolMXBean().getActiveConnections();
    database.close();
    cleaning.run();
    assertThat(inUse).as("connections still in use").isZero();
  }

  /** Removes a folder and what is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
