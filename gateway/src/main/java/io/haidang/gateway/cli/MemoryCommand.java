package io.haidang.gateway.cli;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.memory.DeskMemory;
import io.haidang.gateway.memory.ImportChoice;
import io.haidang.gateway.memory.Labels;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.gateway.memory.MemoryExport;
import io.haidang.gateway.memory.MemoryImport;
import io.haidang.gateway.store.Database;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.memory.Concordance;
import io.haidang.translation.memory.MemoryEntry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The translation memory from the command line. */
@Command(
    name = "memory",
    description = "Take TMX files into the translation memory, give it out, search it.",
    footer = "With the embedded database the server has to be stopped meanwhile.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class MemoryCommand extends ConfiguredCommand {

  private static final int BUFFER = 1 << 16;
  private static final int SHOWN = 20;

  private interface Work<T> {
    T with(Database database, DeskMemory memory) throws IOException;
  }

  @Command(name = "import", description = "Take the translations of a TMX file in.")
  int takeIn(
      @Parameters(paramLabel = "FILE", description = "TMX 1.1 to 1.4b.") Path file,
      @Option(
              names = "--pair",
              paramLabel = "FROM-TO",
              description = "The direction to take, such as vi-en (default: that of the file).")
          @Nullable String pair,
      @Option(
              names = "--domain",
              defaultValue = "",
              description = "What it is about; matches for other texts are worth 3 less.")
          String domain,
      @Option(
              names = "--label",
              defaultValue = "internal",
              description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
          Sensitivity label,
      @Option(
              names = "--vouched",
              description = "You answer for its quality; otherwise matches are worth 5 less.")
          boolean vouched)
      throws IOException {
    ImportChoice choice =
        new ImportChoice(
            String.valueOf(file.getFileName()), pair(pair), domain, label, vouched, "");
    long start = System.nanoTime();
    MemoryImport.Report report =
        in((database, memory) -> takeIn(file, choice, database, memory, start));
    out()
        .printf(
            Locale.ROOT,
            "%,d translations: %,d added, %,d known before; %,d units left out (%s)%n",
            report.units(),
            report.added(),
            report.known(),
            report.skipped(),
            DemoStory.seconds(start));
    report.first().forEach(left -> out().println("  line " + left.line() + ": " + left.reason()));
    return 0;
  }

  private MemoryImport.Report takeIn(
      Path file, ImportChoice choice, Database database, DeskMemory memory, long start)
      throws IOException {
    try (InputStream tmx = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      MemoryCount count = new MemoryCount(out(), "translations read", start);
      MemoryImport.Report report =
          new MemoryImport(
                  database,
                  choice,
                  Clock.systemUTC(),
                  units -> {
                    count.accept(units);
                    memory.followSoon();
                  })
              .run(tmx);
      memory.follow();
      return report;
    } catch (GatewayException e) {
      memory.follow();
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  @Command(name = "export", description = "Write the memory as TMX 1.4b.")
  int giveOut(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--pair", paramLabel = "FROM-TO", description = "Of that direction only.")
          @Nullable String pair,
      @Option(
              names = "--label",
              defaultValue = "secret",
              description =
                  "Of texts that are no more confidential: ${COMPLETION-CANDIDATES} (default:"
                      + " ${DEFAULT-VALUE}).")
          Sensitivity label)
      throws IOException {
    long start = System.nanoTime();
    long written =
        in(
            (database, memory) -> {
              try (OutputStream tmx =
                  new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                MemoryCount count = new MemoryCount(out(), "entries written", start);
                return MemoryExport.write(
                    database, pair(pair), Labels.visibleTo(label), tmx, count);
              }
            });
    out().printf(Locale.ROOT, "%,d entries in %s%n", written, file);
    return 0;
  }

  @Command(name = "search", description = "Print the newest entries that say something.")
  int search(
      @Parameters(
              paramLabel = "WORDS",
              arity = "1..*",
              description = "As they stand side by side in source or target.")
          List<String> words,
      @Option(names = "--pair", paramLabel = "FROM-TO", description = "Of that direction only.")
          @Nullable String pair)
      throws IOException {
    Concordance search = new Concordance(String.join(" ", words), pair(pair), Labels.ALL, 0, SHOWN);
    MemoryDesk.Page page = in((database, memory) -> desk(database, memory).search(search));
    page.entries().forEach(this::print);
    out().printf(Locale.ROOT, "%,d entries%n", page.total());
    return 0;
  }

  private void print(MemoryEntry entry) {
    out()
        .printf(
            "%d  %s  %s, %s, %s%n  %s%n  %s%n",
            entry.id(),
            entry.pair(),
            entry.origin().kind().name().toLowerCase(Locale.ROOT),
            entry.origin().person(),
            entry.origin().at(),
            InlineCodes.strip(entry.source()),
            InlineCodes.strip(entry.target()));
  }

  @Command(name = "stats", description = "Print what the memory holds.")
  int stats() throws IOException {
    MemoryDesk.Stats stats =
        in(
            (database, memory) -> {
              memory.follow();
              return desk(database, memory).stats();
            });
    for (MemoryDesk.Count count : stats.counts()) {
      out()
          .printf(
              Locale.ROOT,
              "%-12s %-10s %,12d%n",
              count.pair(),
              count.kind().name().toLowerCase(Locale.ROOT),
              count.entries());
    }
    out().printf(Locale.ROOT, "%,d entries, %,d in the index%n", stats.entries(), stats.indexed());
    return 0;
  }

  @Command(name = "rebuild", description = "Make the index anew from the database.")
  int rebuild() throws IOException {
    long start = System.nanoTime();
    long indexed =
        in(
            (database, memory) -> {
              memory.rebuild();
              return desk(database, memory).stats().indexed();
            });
    out().printf(Locale.ROOT, "%,d entries (%s)%n", indexed, DemoStory.seconds(start));
    return 0;
  }

  private static MemoryDesk desk(Database database, DeskMemory memory) {
    return new MemoryDesk(
        database,
        memory,
        () -> {
          throw new IllegalStateException("names are not asked for here");
        },
        Clock.systemUTC());
  }

  private static @Nullable LanguagePair pair(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int hyphen = text.indexOf('-');
    if (hyphen < 1) {
      throw new CommandFailure("--pair: " + text + " (expected: such as vi-en)");
    }
    return LanguagePairs.parse(text.substring(0, hyphen), text.substring(hyphen + 1));
  }

  private <T> T in(Work<T> work) throws IOException {
    GatewayConfig config = config();
    try (Database database = open(config);
        DeskMemory memory = DeskMemory.open(database, config.memoryFolder(), Clock.systemUTC())) {
      return work.with(database, memory);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }
}
