package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database belongs to one process at a time. */
class EmbeddedDatabaseIT {

  @TempDir private Path data;

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
}
