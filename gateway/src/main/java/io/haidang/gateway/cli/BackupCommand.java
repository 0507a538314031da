package io.haidang.gateway.cli;

import io.haidang.gateway.backup.Backups;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all that the database holds into one file, and says whether such a file is whole. */
@Command(
    name = "backup",
    description = "Write all that the database holds into one new file.",
    footer = {
      "With PostgreSQL the server may run meanwhile; the embedded database has to be stopped.",
      "The configuration file is not in it. It holds every text: keep it as safe as the desk."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private final Backups backups = new Backups(Clock.systemUTC());

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration (default: haidang.properties beside the launcher, if there).")
  private @Nullable Path configFile;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A file that is not there yet.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path target = file;
    if (target == null) {
      throw new CommandFailure("file: none (expected: haidang backup FILE)");
    }
    GatewayConfig config = Home.config(configFile, System.getenv());
    try (Database database =
        Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword())) {
      CopiedTables.print(backups.write(database, target.toAbsolutePath()), out());
    }
    return 0;
  }

  @Command(
      name = "verify",
      description = "Read a backup from end to end and say whether it is what was written.")
  int verify(@Parameters(paramLabel = "FILE") Path backup) throws IOException {
    Backups.Contents contents = backups.verify(backup);
    CopiedTables.print(contents.tables(), out());
    out().printf("whole; made %s, schema %s%n", contents.made(), contents.schema());
    out().flush();
    return 0;
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    return spec.commandLine().getOut();
  }
}
