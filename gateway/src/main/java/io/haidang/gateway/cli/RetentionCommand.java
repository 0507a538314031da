package io.haidang.gateway.cli;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.retention.Keeping;
import io.haidang.gateway.retention.Outlook;
import io.haidang.gateway.retention.Period;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.retention.RetentionPolicy;
import io.haidang.gateway.retention.RetentionPolicy.Rule;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long texts are kept, without the pages. */
@Command(
    name = "retention",
    description = "Show and set how long texts are kept, and what would go tonight.",
    footer = "With the embedded database the server has to be stopped meanwhile.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class RetentionCommand extends ConfiguredCommand {

  private static final String DAYS = "DAYS";

  /** Whoever can start this may do anything; the log says that it was done from here. */
  private static final Account OPERATOR =
      new Account(
          new UUID(0, 0), "operator", "haidang retention", Office.FIRST, Set.of(Role.ADMIN));

  @Command(name = "show", description = "Print for how many days texts of each label are kept.")
  int show() {
    print(with(Retention::policy));
    return 0;
  }

  @Command(
      name = "set",
      description = "Set how long texts of a label are kept after their last change.")
  int set(
      @Option(
              names = "--label",
              paramLabel = "LABEL",
              required = true,
              description = "public, internal or secret.")
          Sensitivity label,
      @Option(
              names = "--unpublished",
              paramLabel = DAYS,
              description =
                  "Where nothing stands published: days, or \"never\" (default: as before).")
          @Nullable String unpublished,
      @Option(
              names = "--published",
              paramLabel = DAYS,
              description = "Where something does: days, or \"never\" (default: as before).")
          @Nullable String published) {
    print(
        with(
            retention -> {
              RetentionPolicy present = retention.policy();
              Rule rule = present.of(label);
              RetentionPolicy wanted =
                  present.with(
                      label,
                      new Rule(
                          unpublished == null ? rule.unpublished() : Period.parse(unpublished),
                          published == null ? rule.published() : Period.parse(published)));
              retention.change(wanted, OPERATOR);
              return wanted;
            }));
    return 0;
  }

  @Command(name = "due", description = "Print what a run would delete now; nothing is changed.")
  int due() {
    Outlook outlook = with(retention -> retention.outlook(OPERATOR));
    out().printf("%d stories with %d texts would go.%n", outlook.stories(), outlook.texts());
    for (Keeping keeping : outlook.first()) {
      out()
          .printf(
              "%s  %-8s  last changed %s%n",
              keeping.story(), PublicName.of(keeping.label()), keeping.lastChange());
    }
    if (outlook.first().size() < outlook.stories()) {
      out().printf("(%d more)%n", outlook.stories() - outlook.first().size());
    }
    return 0;
  }

  private void print(RetentionPolicy policy) {
    out().printf("%-10s %12s %12s%n", "label", "unpublished", "published");
    for (Sensitivity label : Sensitivity.values()) {
      Rule rule = policy.of(label);
      out().printf("%-10s %12s %12s%n", PublicName.of(label), rule.unpublished(), rule.published());
    }
    out().flush();
  }

  private <T> T with(Function<Retention, T> work) {
    GatewayConfig config = config();
    try (Database database = open(config)) {
      return work.apply(new Retention(database, Clock.systemUTC()));
    }
  }
}
