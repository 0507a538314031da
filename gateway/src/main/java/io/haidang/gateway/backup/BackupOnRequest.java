package io.haidang.gateway.backup;

import io.haidang.gateway.outbox.Lookout;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs up the embedded database of a running server when the command line asks for it: H2 lets
 * only one process in.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its thread, until {@link #close}.
 */
public final class BackupOnRequest implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackupOnRequest.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Lookout lookout = new Lookout("backup-on-request", PAUSE, this::look);
  private final Backups backups;
  private final Database database;
  private final BackupRequest request;

  /** One that has not begun, for the database in {@code folder}. */
  public BackupOnRequest(Database database, Path folder, Clock clock) {
    this.backups = new Backups(clock);
    this.database = database;
    this.request = new BackupRequest(folder);
  }

  public void start() {
    try {
      request.forget();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lookout.start();
  }

  void look() {
    try {
      Optional<Path> file = request.take();
      if (file.isPresent()) {
        write(file.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file) throws IOException {
    try {
      backups.write(database, file);
      request.done();
      LOG.info("backup on request: written");
    } catch (BackupException e) {
      request.failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      request.failed(
          "file: cannot be written by the server (" + e.getClass().getSimpleName() + ")");
    } catch (RuntimeException e) {
      request.failed("backup: failed (expected: a server that says why in its log)");
      throw e;
    }
  }

  @Override
  public void close() {
    lookout.close();
  }
}
