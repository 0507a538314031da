package io.haidang.gateway.cli;

import io.haidang.gateway.backup.BackupRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The server that has the embedded database open, as the command line asks it. Blocks. */
final class RunningServer {

  /** A server looks every second; whatever has not looked after this is none. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration LOOK = Duration.ofMillis(200);

  private final BackupRequest request;

  RunningServer(Path folder) {
    this.request = new BackupRequest(folder);
  }

  /**
   * Has a backup written into a new file, and waits for it.
   *
   * @throws io.haidang.gateway.backup.BackupException with what the server says
   */
  void backup(Path file) throws IOException {
    request.ask(file);
    long begun = System.nanoTime();
    while (!request.isDone()) {
      if (System.nanoTime() - begun > PATIENCE.toNanos() && request.withdraw()) {
        throw new CommandFailure(
            "database: in use by another process, which is no server or runs under another account (expected: a"
                + " server of this account, or none)");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("backup: interrupted (expected: patience)");
    }
  }
}
