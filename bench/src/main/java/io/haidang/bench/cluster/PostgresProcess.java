package io.haidang.bench.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server, with its usual care for what a crash would lose. */
final class PostgresProcess implements Killable {

  static final String USER = "postgres";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_MILLIS = 100;

  /** As the server notes how it was called: the program, then its arguments in quotes. */
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final Path data;
  private final int port;
  private final List<String> command;
  private @Nullable ChildProcess process;

  private PostgresProcess(Path data, int port, List<String> command) {
    this.data = data;
    this.port = port;
    this.command = command;
  }

  /** Makes an empty database; it is not started yet. */
  static PostgresProcess make(Path data, int port) throws IOException {
    EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        // Tests of others may lose what was committed in the last moment; these may not.
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "on")
        .start()
        .close();
    return new PostgresProcess(data, port, command(data.resolve("postmaster.opts")));
  }

  /** Root may not run it but as somebody else, which a name space of users is enough for. */
  private static List<String> command(Path noted) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    Matcher words = WORD.matcher(Files.readString(noted));
    while (words.find()) {
      command.add(words.group(1) == null ? words.group(2) : words.group(1));
    }
    return command;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** A new server may have to wait for what the killed one has left behind. */
  @Override
  public void start() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ChildProcess started = launch();
    while (!answers()) {
      if (System.nanoTime() > end) {
        throw new IOException("postgresql: does not come up (expected: ready)");
      }
      Thread.sleep(PAUSE_MILLIS);
      started = started.isAlive() ? started : launch();
    }
    process = started;
  }

  private ChildProcess launch() throws IOException {
    return ChildProcess.start(command, Map.of(), data.resolveSibling("postgresql.log"));
  }

  private boolean answers() {
    try {
      DriverManager.getConnection(url(), USER, "").close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public double processorSeconds() {
    ChildProcess running = process;
    return running == null ? 0 : running.processorSeconds();
  }

  /** What the database takes on disk. */
  long bytes() {
    try (Connection connection = DriverManager.getConnection(url(), USER, "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_database_size(current_database())")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("size of the database: unknown", e);
    }
  }

  /** The server itself; its children end when they see that it is gone. */
  @Override
  public void kill() {
    ChildProcess running = process;
    if (running != null) {
      running.kill();
    }
  }
}
