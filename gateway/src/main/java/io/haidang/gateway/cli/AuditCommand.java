package io.haidang.gateway.cli;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.audit.AuditChain;
import io.haidang.gateway.audit.ChainHead;
import io.haidang.gateway.audit.ChainReport;
import io.haidang.gateway.audit.ChainReport.Flaw;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether the audit is as it was written. */
@Command(
    name = "audit",
    description = "Read the chain that seals the audit, and say what is not as it was sealed.",
    footer = {
      "Exits with 1 when something is not. Note the head that is printed, somewhere else: --head shows",
      "later that the chain was not made anew. With the embedded database the server has to be stopped."
    },
    mixinStandardHelpOptions = true)
final class AuditCommand extends ConfiguredCommand implements Callable<Integer> {

  @Option(
      names = "--head",
      paramLabel = "HEAD",
      description = "A head that was noted before, such as 120:9f86d0…")
  private @Nullable String noted;

  @Override
  public Integer call() {
    Optional<ChainHead> head = Optional.ofNullable(noted).map(AuditCommand::read);
    try (Database database = open(config())) {
      ChainReport report = new AuditChain(database, Clock.systemUTC()).verify(head);
      report.flaws().forEach(this::print);
      out()
          .printf(
              "%s: %d entries, %d of deleted texts; head %s%n",
              report.isIntact() ? "intact" : "NOT INTACT",
              report.head().position(),
              report.erased(),
              report.head());
      out().flush();
      return report.isIntact() ? 0 : 1;
    }
  }

  private static ChainHead read(String text) {
    try {
      return ChainHead.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  private void print(Flaw flaw) {
    out()
        .printf(
            "%s: link %d, %s %d%n",
            PublicName.of(flaw.kind()),
            flaw.position(),
            flaw.area() == null ? "-" : PublicName.of(flaw.area()),
            flaw.entry());
  }
}
