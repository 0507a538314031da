package io.haidang.gateway.store;

import static org.jdbi.v3.core.statement.StatementExceptions.MessageRendering.NONE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * The one place of durable state: H2 in PostgreSQL mode, or PostgreSQL.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> everything. <b>Owns:</b> the
 * connection pool, until {@link #close}.
 */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 10;
  private static final int IDLE_CONNECTIONS = 2;

  /**
   * How long anybody waits for a connection: longer than a server takes to restart, and shorter
   * than people wait for a page or proxies for an answer.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long a connection may take to say that it is alive. */
  private static final Duration PROBE = Duration.ofSeconds(2);

  /**
   * Silence in the middle of a statement that is taken for a server that hangs, unless the JDBC URL
   * has another {@code socketTimeout}.
   */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final String POSTGRESQL = "jdbc:postgresql:";

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final ContentStore contents;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.contents = new SqlContentStore(jdbi);
    // Statements and their values must not come into a log.
    jdbi.configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(NONE));
  }

  /**
   * Connects and brings the schema up to date.
   *
   * @throws InUseException when it is an embedded database that another process has open
   */
  public static Database open(String jdbcUrl, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(IDLE_CONNECTIONS);
    config.setPoolName("database");
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PROBE.toMillis());
    if (jdbcUrl.startsWith(POSTGRESQL)) {
      config.addDataSourceProperty("logServerErrorDetail", "false"); // It quotes whole rows.
      config.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
      config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
    }
    HikariDataSource pool = connect(config);
    try {
      // On a connection of its own: a migration may take as long as it takes.
      flyway(jdbcUrl).dataSource(jdbcUrl, user, password).load().migrate();
      return new Database(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** What brings the schema of such a database up to date. */
  static FluentConfiguration flyway(String jdbcUrl) {
    return Flyway.configure()
        .placeholders(Map.of("numbers-at-a-time", numbersAtATime(jdbcUrl)))
        .javaMigrations(new TextToContent());
  }

  /**
   * How many numbers to take from the sequence of a long table at a time. H2 writes its whole store
   * out each time, and shares the numbers among connections. PostgreSQL would give each connection
   * a stock of its own, so that numbers no longer told what came first.
   */
  private static String numbersAtATime(String jdbcUrl) {
    return jdbcUrl.startsWith(POSTGRESQL) ? "1" : "10000";
  }

  private static HikariDataSource connect(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      if (e.getCause() instanceof SQLException sql
          && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new InUseException();
      }
      throw e;
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** Where files are kept. A store in use inside a transaction takes a second connection. */
  public ContentStore contents() {
    return contents;
  }

  /**
   * Connections of the pool.
   *
   * @param awaited by how many threads
   */
  public record Connections(int active, int idle, int awaited) {}

  /** How busy the pool is at this moment. */
  public Connections connections() {
    HikariPoolMXBean state = pool.getHikariPoolMXBean();
    return new Connections(
        state.getActiveConnections(),
        state.getIdleConnections(),
        state.getThreadsAwaitingConnection());
  }

  /** Whether the database answers. */
  public boolean check() {
    try {
      return jdbi.withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one())
          == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Another process has the embedded database open. */
  public static final class InUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InUseException() {
      super("database: in use by another process (expected: one process at a time, or PostgreSQL)");
    }
  }
}
