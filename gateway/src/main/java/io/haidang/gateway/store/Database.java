package io.haidang.gateway.store;

import static org.jdbi.v3.core.statement.StatementExceptions.MessageRendering.NONE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    // Statements and their values must not come into a log.
    jdbi.configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(NONE));
  }

  /** Connects and brings the schema up to date. */
  public static Database open(String jdbcUrl, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("database");
    if (jdbcUrl.startsWith("jdbc:postgresql:")) {
      config.addDataSourceProperty("logServerErrorDetail", "false"); // It quotes whole rows.
    }
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Flyway.configure().dataSource(pool).load().migrate();
      return new Database(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** Whether the database answers. */
  public boolean check() {
    try {
      return jdbi.withHandle(handle -> handle.execute("select 1")) >= 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
