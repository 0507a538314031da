package io.haidang.gateway.cli;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.AccountDesk;
import io.haidang.gateway.auth.AccountDesk.Issued;
import io.haidang.gateway.auth.AccountEntry;
import io.haidang.gateway.auth.AccountForm;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Accounts without the pages: for scripts, and for an administrator who has forgotten the password.
 * A password is printed once; the database holds its hash only.
 */
@Command(
    name = "account",
    description = "Make and list accounts, close and open them, and give new passwords.",
    footer = "With the embedded database the server has to be stopped meanwhile.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class AccountCommand extends ConfiguredCommand {

  /** Whoever can start this may do anything; the log says that it was done from here. */
  private static final Account OPERATOR =
      new Account(new UUID(0, 0), "operator", "haidang account", Office.FIRST, Set.of(Role.ADMIN));

  @Command(name = "create", description = "Make an account and print its password, this once.")
  int create(
      @Parameters(paramLabel = "LOGIN", description = "The name to sign in with.") String login,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              split = ",",
              required = true,
              description =
                  "editor, reviewer, terminologist, admin, auditor; more with commas between.")
          Set<Role> roles,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "The name that colleagues see (default: LOGIN).")
          @Nullable String displayName,
      @Option(
              names = "--office",
              paramLabel = "OFFICE",
              description = "Where the person works (default: office of the configuration).")
          @Nullable String office) {
    Issued issued =
        with(
            (config, accounts) ->
                accounts
                    .desk()
                    .create(
                        login,
                        AccountForm.of(
                            displayName == null ? login : displayName,
                            office == null ? config.office().name() : office,
                            roles),
                        OPERATOR));
    out().println(issued.password());
    return 0;
  }

  @Command(name = "list", description = "Print every account with its roles and office.")
  int list() {
    for (AccountEntry entry : with((config, accounts) -> accounts.desk().list(OPERATOR))) {
      out()
          .printf(
              "%-16s %-32s %s, %s%s%n",
              entry.account().login(),
              entry.account().roles().stream()
                  .sorted()
                  .map(PublicName::of)
                  .collect(Collectors.joining(",")),
              entry.account().displayName(),
              entry.account().office().name(),
              entry.isOpen() ? "" : ", closed");
    }
    return 0;
  }

  @Command(
      name = "password",
      description = "Give an account a new password, print it, and sign the person out everywhere.")
  int password(@Parameters(paramLabel = "LOGIN") String login) {
    out().println(on(login, (desk, id) -> desk.renewPassword(id, OPERATOR)).password());
    return 0;
  }

  @Command(name = "close", description = "Close an account; its keys are revoked.")
  int close(@Parameters(paramLabel = "LOGIN") String login) {
    on(login, (desk, id) -> desk.close(id, OPERATOR));
    return 0;
  }

  @Command(name = "reopen", description = "Open a closed account again.")
  int reopen(@Parameters(paramLabel = "LOGIN") String login) {
    on(login, (desk, id) -> desk.reopen(id, OPERATOR));
    return 0;
  }

  private <T> T on(String login, BiFunction<AccountDesk, UUID, T> work) {
    return with(
        (config, accounts) ->
            work.apply(
                accounts.desk(),
                accounts
                    .findByLogin(login)
                    .orElseThrow(
                        () ->
                            new CommandFailure(
                                "login: unknown (expected: one that \"account list\" shows)"))
                    .id()));
  }

  private <T> T with(BiFunction<GatewayConfig, Accounts, T> work) {
    GatewayConfig config = config();
    try (Database database = open(config)) {
      return work.apply(config, new Accounts(database, Clock.systemUTC()));
    }
  }
}
