package io.haidang.gateway.cli;

import io.haidang.gateway.backup.Backups;
import io.haidang.gateway.backup.DatabaseAddress;
import io.haidang.gateway.config.GatewayConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup into the configured database, which has to be empty. */
@Command(
    name = "restore",
    description = "Put a backup into the configured database, which has to be new and empty.",
    footer = "All of it comes and is compared with what was written, or nothing is changed.",
    mixinStandardHelpOptions = true)
final class RestoreCommand extends ConfiguredCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "What \"haidang backup\" has written.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    if (file == null) {
      throw new IllegalStateException("picocli sets the field before it runs the command");
    }
    GatewayConfig config = config();
    DatabaseAddress target =
        new DatabaseAddress(config.databaseUrl(), config.databaseUser(), config.databasePassword());
    CopiedTables.print(new Backups(Clock.systemUTC()).restore(file, target), out());
    return 0;
  }
}
