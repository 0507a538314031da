package io.haidang.gateway.cli;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.ApiKeyEntry;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keys of programs. A key is printed once; the database holds its digest only. */
@Command(
    name = "key",
    description = "Make, list and revoke the keys with which programs use the API.",
    footer = "With the embedded database the server has to be stopped meanwhile.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class KeyCommand extends ConfiguredCommand {

  private static final int MAX_NAME = 200;

  @Command(name = "create", description = "Make a key and print it, this once.")
  int create(
      @Parameters(paramLabel = "LOGIN", description = "The account that the program acts as.")
          String login,
      @Parameters(paramLabel = "NAME", description = "What you call the key, such as website.")
          String name) {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new CommandFailure("name: blank or too long (expected: 1 to 200 characters)");
    }
    String key =
        with(accounts -> accounts.createApiKey(account(accounts, login).id(), name.strip()));
    out().println(key);
    return 0;
  }

  private static Account account(Accounts accounts, String login) {
    return accounts
        .findByLogin(login)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "login: "
                        + login
                        + " (expected: an account; \"haidang account list\" shows them)"));
  }

  @Command(name = "list", description = "Print account, name and times of every key.")
  int list() {
    for (ApiKeyEntry entry : with(accounts -> accounts.apiKeys().list())) {
      out()
          .printf(
              "%-16s %-24s made %s%s%n",
              entry.key().account().login(),
              entry.key().name(),
              entry.createdAt(),
              entry.revokedAt() == null ? "" : ", revoked " + entry.revokedAt());
    }
    return 0;
  }

  @Command(name = "revoke", description = "Close the door to the keys of that name, at once.")
  int revoke(
      @Parameters(paramLabel = "LOGIN") String login,
      @Parameters(paramLabel = "NAME") String name) {
    int revoked = with(accounts -> accounts.apiKeys().revoke(login, name));
    if (revoked == 0) {
      throw new CommandFailure("key: none in force (expected: one that \"key list\" shows)");
    }
    out().println(revoked + " revoked");
    return 0;
  }

  private <T> T with(Function<Accounts, T> work) {
    GatewayConfig config = config();
    try (Database database = open(config)) {
      return work.apply(new Accounts(database, Clock.systemUTC()));
    }
  }
}
