package io.haidang.gateway.cli;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Accounts.FirstAccount;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Accounts of people, and the offices that they work in. */
@Command(
    name = "account",
    description = "Make and list accounts, and move them from one office to another.",
    footer = "With the embedded database the server has to be stopped meanwhile.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class AccountCommand {

  private static final int MAX_NAME = 200;
  private static final String LOGIN = "[a-z0-9._-]{1,64}";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Configuration (default: haidang.properties beside the launcher, if there).")
  private @Nullable Path configFile;

  @Spec private @Nullable CommandSpec spec;

  @Command(name = "create", description = "Make an account and print its password, this once.")
  int create(
      @Parameters(paramLabel = "LOGIN", description = "Letters a-z, digits, . _ and -.")
          String login,
      @Parameters(paramLabel = "NAME", description = "As colleagues see it.") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              split = ",",
              required = true,
              description = "${COMPLETION-CANDIDATES}, separated by commas.")
          List<Role> roles,
      @Option(
              names = "--office",
              paramLabel = "OFFICE",
              description = "Where they work (default: the configured office).")
          @Nullable String office) {
    if (!login.matches(LOGIN)) {
      throw new CommandFailure("login: " + login + " (expected: " + LOGIN + ")");
    }
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new CommandFailure("name: blank or too long (expected: 1 to 200 characters)");
    }
    FirstAccount made =
        with(
            (accounts, config) -> {
              if (accounts.findByLogin(login).isPresent()) {
                throw new CommandFailure("login: " + login + " (expected: one that is not taken)");
              }
              Office chosen = office == null ? config.office() : office(office);
              return accounts.hire(login, name.strip(), chosen, new HashSet<>(roles));
            });
    out().println(made.password());
    return 0;
  }

  @Command(name = "list", description = "Print login, office, roles and name of every account.")
  int list() {
    for (Account account : with((accounts, config) -> accounts.list())) {
      out()
          .printf(
              "%-16s %-24s %-24s %s%n",
              account.login(), account.office().name(), roles(account), account.displayName());
    }
    return 0;
  }

  @Command(
      name = "move",
      description = "Let somebody work in another office; their stories stay where they are.")
  int move(
      @Parameters(paramLabel = "LOGIN") String login,
      @Parameters(paramLabel = "OFFICE") String office) {
    Office chosen = office(office);
    if (!with((accounts, config) -> accounts.move(login, chosen))) {
      throw new CommandFailure("login: " + login + " (expected: one that \"account list\" shows)");
    }
    return 0;
  }

  private static Office office(String name) {
    if (!Office.isName(name)) {
      throw new CommandFailure("office: unfit (expected: " + Office.EXPECTED + ")");
    }
    return new Office(name);
  }

  private static String roles(Account account) {
    return account.roles().stream().map(PublicName::of).sorted().collect(Collectors.joining(","));
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    return spec.commandLine().getOut();
  }

  private <T> T with(BiFunction<Accounts, GatewayConfig, T> work) {
    GatewayConfig config = Home.config(configFile, System.getenv());
    try (Database database =
        Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword())) {
      return work.apply(new Accounts(database, Clock.systemUTC()), config);
    }
  }
}
