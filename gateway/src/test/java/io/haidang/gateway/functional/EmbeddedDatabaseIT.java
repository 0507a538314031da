package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.backup.Backups;
import io.haidang.gateway.backup.DatabaseAddress;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.functional.ServerProcess.Ended;
import io.haidang.gateway.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database belongs to one process at a time. */
class EmbeddedDatabaseIT {

  @TempDir private Path data;
  @TempDir private Path folder;

  @Test
  void database_ofARunningServer_isSaidToBeInUse() throws Exception {
    ServerProcess server = ServerProcess.start(data);
    try {
      assertThatThrownBy(() -> Database.open(GatewayConfig.embedded(data), "haidang", ""))
          .isInstanceOf(Database.InUseException.class)
          .hasMessageContaining("in use by another process");
    } finally {
      server.kill();
    }
  }

  @Test
  void backup_ofARunningServer_isWrittenByItAndCanBeRestored() throws Exception {
    Path file = folder.resolve("desk.backup");
    ServerProcess server = ServerProcess.start(data);
    try {
      Ended written = ServerProcess.command(data, "backup", file.toString());
      Ended again = ServerProcess.command(data, "backup", file.toString());
      Ended nowhere =
          ServerProcess.command(data, "backup", folder.resolve("none/desk.backup").toString());

      assertThat(written.status()).as(written.said()).isZero();
      assertThat(written.said()).contains("together");
      assertThat(again.status()).isEqualTo(1);
      assertThat(again.said()).contains("file: exists already");
      assertThat(nowhere.status()).isEqualTo(1);
      assertThat(nowhere.said()).contains("file: cannot be written by the server");
      assertThat(data).isDirectoryNotContaining("glob:**backup.*");
      assertThat(data.resolve("server.log")).content().contains("backup on request: written");
    } finally {
      server.kill();
    }
    Backups backups = new Backups(Clock.systemUTC());
    DatabaseAddress target =
        new DatabaseAddress(GatewayConfig.embedded(folder.resolve("new")), "haidang", "");
    assertThat(backups.restore(file, target)).isEqualTo(backups.verify(file).tables());
  }
}
