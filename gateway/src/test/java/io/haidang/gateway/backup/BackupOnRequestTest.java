package io.haidang.gateway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked for a backup by files. */
class BackupOnRequestTest {

  @TempDir private Path folder;

  @Test
  void request_whileRowsCome_holdsWhatWasThereAndCanBeRestored() throws IOException {
    Path data = folder.resolve("data");
    Path file = folder.resolve("desk.backup");
    Backups backups = new Backups(new SettableClock());
    BackupRequest request = new BackupRequest(data);
    try (Database database = Database.open(GatewayConfig.embedded(data), "haidang", "");
        BackupOnRequest server = new BackupOnRequest(database, data, new SettableClock())) {
      byte[] before = new byte[300_000];
      database.contents().put(before);
      request.ask(file);
      assertThat(request.isDone()).isFalse();

      server.look();
      database.contents().put(new byte[200_000]);

      assertThat(request.isDone()).isTrue();
    }
    DatabaseAddress target =
        new DatabaseAddress(GatewayConfig.embedded(folder.resolve("new")), "haidang", "");
    assertThat(backups.restore(file, target)).isEqualTo(backups.verify(file).tables());
  }

  @Test
  void request_whileAnotherIsUnderWay_isRefused() throws IOException {
    BackupRequest request = new BackupRequest(folder);
    request.ask(folder.resolve("one.backup"));

    assertThatThrownBy(() -> request.ask(folder.resolve("two.backup")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("another one is under way");
    assertThat(request.take()).contains(folder.resolve("one.backup"));
    assertThat(request.withdraw()).isFalse();
    assertThatThrownBy(() -> request.ask(folder.resolve("two.backup")))
        .isInstanceOf(BackupException.class);
  }

  @Test
  void request_takenByAServerThatDied_isForgottenByTheNext() throws IOException {
    Path data = folder.resolve("data");
    BackupRequest request = new BackupRequest(data);
    try (Database database = Database.open(GatewayConfig.embedded(data), "haidang", "");
        BackupOnRequest server = new BackupOnRequest(database, data, new SettableClock())) {
      request.ask(folder.resolve("one.backup"));
      assertThat(request.take()).isPresent();

      server.start();
      request.ask(folder.resolve("two.backup"));

      assertThat(Files.notExists(folder.resolve("one.backup"))).isTrue();
    }
  }
}
