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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into the configured database, which has to be empty. */
@Command(
    name = "restore",
    description = "Put a backup into the configured database, which has to be new and empty.",
    footer = "All of it comes and is compared with what was written, or nothing is changed.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration (default: haidang.properties beside the launcher, if there).")
  private @Nullable Path configFile;

  @Parameters(paramLabel = "FILE", description = "What \"haidang backup\" has written.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (spec == null || file == null) {
      throw new IllegalStateException("picocli sets the fields before it runs the command");
    }
    GatewayConfig config = Home.config(configFile, System.getenv());
    DatabaseAddress target =
        new DatabaseAddress(config.databaseUrl(), config.databaseUser(), config.databasePassword());
    CopiedTables.print(
        new Backups(Clock.systemUTC()).restore(file, target), spec.commandLine().getOut());
    return 0;
  }
}
