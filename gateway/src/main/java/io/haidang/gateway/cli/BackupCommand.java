package io.haidang.gateway.cli;

import io.haidang.gateway.backup.Backups;
import io.haidang.gateway.backup.TableCount;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all that the database holds into one file, and says whether such a file is whole. */
@Command(
    name = "backup",
    description = "Write all that the database holds into one new file.",
    footer = {
      "The server may run meanwhile; with the embedded database it is the server that writes the",
      "file, wherever it may write.",
      "The configuration file is not in it. It holds every text: keep it as safe as the desk."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand extends ConfiguredCommand implements Callable<Integer> {

  private final Backups backups = new Backups(Clock.systemUTC());

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A file that is not there yet.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Path target = file;
    if (target == null) {
      throw new CommandFailure("file: none (expected: haidang backup FILE)");
    }
    GatewayConfig config = config();
    CopiedTables.print(write(config, target.toAbsolutePath()), out());
    return 0;
  }

  private List<TableCount> write(GatewayConfig config, Path target) throws IOException {
    try (Database database = open(config)) {
      return backups.write(database, target);
    } catch (Database.InUseException e) {
      Path folder = config.dataFolder().orElseThrow(() -> e);
      new RunningServer(folder).backup(target);
      return backups.verify(target).tables();
    }
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
}
