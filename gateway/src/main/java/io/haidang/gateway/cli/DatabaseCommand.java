package io.haidang.gateway.cli;

import io.haidang.gateway.backup.Backups;
import io.haidang.gateway.backup.DatabaseAddress;
import io.haidang.gateway.config.GatewayConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves the desk from one kind of database to another. */
@Command(
    name = "database",
    description = "Move all that the desk knows to another database.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class DatabaseCommand extends ConfiguredCommand {

  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String PASSWORD = "HAIDANG_TARGET_PASSWORD";

  @Command(
      name = "move",
      description = "Copy the configured database into a new, empty one and compare every table.",
      footer = {
        "Stop the server first. The password of the target comes from the environment variable "
            + PASSWORD
            + ".",
        "All of it comes, or nothing; the old database is only read. Then set database.url."
      },
      mixinStandardHelpOptions = true)
  int move(
      @Option(
              names = "--to",
              required = true,
              paramLabel = "URL|FOLDER",
              description = "jdbc:postgresql://host/name, or a data folder for the embedded one.")
          String to,
      @Option(
              names = "--to-user",
              paramLabel = "USER",
              description = "Of the target (default: database.user).")
          @Nullable String user)
      throws IOException {
    GatewayConfig config = config();
    DatabaseAddress source =
        new DatabaseAddress(config.databaseUrl(), config.databaseUser(), config.databasePassword());
    String url = to.startsWith(POSTGRESQL) ? to : GatewayConfig.embedded(Path.of(to));
    DatabaseAddress target =
        new DatabaseAddress(
            url,
            user == null ? config.databaseUser() : user,
            System.getenv().getOrDefault(PASSWORD, ""));
    CopiedTables.print(new Backups(Clock.systemUTC()).move(source, target), out());
    return 0;
  }
}
