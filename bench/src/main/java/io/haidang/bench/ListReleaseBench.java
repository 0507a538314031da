package io.haidang.bench;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.GlossaryFiles.Imported;
import io.haidang.gateway.terms.ProposalChoice;
import io.haidang.gateway.terms.Terminology;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.io.GlossaryExporter;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.translation.review.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Measures how long a list of names takes on its way into force: looked at, proposed by one
 * terminologist, approved by another and compiled, and then the same list brought once more with a
 * changed note. Each step once and cold, as an import is.
 */
public final class ListReleaseBench {

  private static final int NAMES = 100_000;

  private ListReleaseBench() {}

  /**
   * Prints a table; run from the repository root or set {@code haidang.repository}.
   *
   * @param arguments how many names (100,000), then a JDBC URL of an empty PostgreSQL database and
   *     its user; without these an embedded database is made in a folder of its own
   */
  public static void main(String[] arguments) throws IOException {
    int names = arguments.length > 0 ? Integer.parseInt(arguments[0]) : NAMES;
    Path folder = Files.createTempDirectory("haidang-bench-");
    String url = arguments.length > 1 ? arguments[1] : GatewayConfig.embedded(folder);
    String user = arguments.length > 2 ? arguments[2] : "haidang";
    byte[] first = file(names, "seen");
    byte[] second = file(names, "seen again");
    try (Database database = Database.open(url, user, "")) {
      Terminology terms = Terminology.open(database, Glossary.starter(), Clock.systemUTC());
      Account proposer = account(database, "proposer");
      Account approver = account(database, "approver");
      System.out.println("step                    s   CPU s");
      bring("new", terms, first, proposer, approver);
      bring("changed", terms, second, proposer, approver);
    }
    System.out.printf(Locale.ROOT, "resident: %d MiB%n", ProcessFigures.residentMebibytes());
    System.out.printf(Locale.ROOT, "database: %s%n", folder);
  }

  private static void bring(
      String what, Terminology terms, byte[] file, Account proposer, Account approver) {
    measure(what + ", look", () -> preview(terms, file));
    UUID batch = measure(what + ", propose", () -> propose(terms, file, proposer));
    measure(
        what + ", approve",
        () -> terms.releases().approve(ProposalChoice.ofBatch(batch), "", approver));
    measure(what + ", look again", () -> preview(terms, file));
  }

  private static Imported preview(Terminology terms, byte[] file) {
    return terms.files().preview(file, GlossaryFormat.CSV, ImportOptions.STANDARD);
  }

  private static UUID propose(Terminology terms, byte[] file, Account proposer) {
    UUID batch =
        terms
            .files()
            .propose(file, GlossaryFormat.CSV, ImportOptions.STANDARD, "", proposer)
            .batch()
            .id();
    if (batch == null) {
      throw new IllegalStateException("list: nothing new in it");
    }
    return batch;
  }

  private static <T> T measure(String step, Supplier<T> work) {
    long start = System.nanoTime();
    long cpu = ProcessFigures.cpuNanos();
    T result = work.get();
    System.out.printf(
        Locale.ROOT,
        "%-20s %5.1f  %6.1f%n",
        step,
        (System.nanoTime() - start) / 1e9,
        (ProcessFigures.cpuNanos() - cpu) / 1e9);
    return result;
  }

  private static byte[] file(int names, String note) throws IOException {
    List<Concept> concepts =
        GlossaryNames.withStarter(names, GlossarySamples.paragraphs()).stream()
            .map(concept -> concept.toBuilder().note(note).build())
            .toList();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    GlossaryExporter.write(concepts, GlossaryFormat.CSV, Locale.forLanguageTag("vi"), file);
    return file.toByteArray();
  }

  private static Account account(Database database, String login) {
    Account account =
        new Account(UUID.randomUUID(), login, login, Office.FIRST, Set.of(Role.TERMINOLOGIST));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into account (id, login, display_name, office, password_hash, roles, created_at)"
                        + " values (?, ?, ?, ?, '', ?, current_timestamp)",
                    account.id(),
                    login,
                    login,
                    account.office().name(),
                    Role.TERMINOLOGIST.name()));
    return account;
  }
}
