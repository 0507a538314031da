package io.haidang.gateway.limit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.ApiKeyEntry;
import io.haidang.gateway.auth.ApiKeys;
import io.haidang.gateway.auth.NewApiKey;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where administrators keep the keys of programs: make, change and revoke them, and see what they
 * take.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class KeyRegister {

  private final Database database;
  private final Accounts accounts;
  private final ApiKeys keys;
  private final Clock clock;

  public KeyRegister(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.keys = accounts.apiKeys();
    this.clock = clock;
  }

  /**
   * A key that was made just now.
   *
   * @param secret to be shown this once
   */
  public record Made(String secret, KeyLine line) {

    @Override
    public String toString() {
      return "Made[key=" + line.entry().key().id() + "]";
    }
  }

  /** Every key ever made, by account and time. */
  public List<KeyLine> list(Account actor) {
    actor.require(Role.ADMIN);
    List<ApiKeyEntry> entries = keys.list();
    Map<UUID, KeyUse> taken = taken(entries);
    return entries.stream().map(entry -> line(entry, taken)).toList();
  }

  private Map<UUID, KeyUse> taken(List<ApiKeyEntry> entries) {
    List<UUID> ids = entries.stream().map(entry -> entry.key().id()).toList();
    YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    return database.jdbi().withHandle(handle -> KeyUseTable.of(handle, ids, month));
  }

  private static KeyLine line(ApiKeyEntry entry, Map<UUID, KeyUse> taken) {
    return new KeyLine(entry, taken.getOrDefault(entry.key().id(), KeyUse.NONE));
  }

  /**
   * One key.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}
   */
  public KeyLine line(UUID id, Account actor) {
    actor.require(Role.ADMIN);
    ApiKeyEntry entry = keys.entry(id).orElseThrow(KeyRegister::unknown);
    return line(entry, taken(List.of(entry)));
  }

  private static GatewayException unknown() {
    return new GatewayException(ErrorCode.NOT_FOUND, "key: unknown (expected: one that is listed)");
  }

  /**
   * Makes a key.
   *
   * @param login of the account that the program acts as
   * @param form the rest, by that account's id
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code invalid-request}
   */
  public Made create(String login, Function<UUID, NewApiKey> form, Account actor) {
    actor.require(Role.ADMIN);
    Account account =
        accounts
            .findByLogin(login.strip())
            .orElseThrow(
                () ->
                    new GatewayException(
                        ErrorCode.NOT_FOUND, "login: unknown (expected: an account)"));
    NewApiKey wanted = form.apply(account.id());
    if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "expiresAt: in the past (expected: a time to come)");
    }
    String secret = keys.create(wanted);
    UUID id = keys.find(secret).orElseThrow(KeyRegister::unknown).id();
    return new Made(secret, line(id, actor));
  }

  /**
   * Changes name, scopes, limits and expiry, from the next request on.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code invalid-request}
   */
  public KeyLine change(UUID id, Function<UUID, NewApiKey> form, Account actor) {
    Account holder = line(id, actor).entry().key().account();
    keys.change(id, form.apply(holder.id()));
    return line(id, actor);
  }

  /** Closes the door to a key at once, on every node. */
  public KeyLine revoke(UUID id, Account actor) {
    line(id, actor);
    keys.revoke(id);
    return line(id, actor);
  }

  /**
   * What was taken in a period.
   *
   * @param from the first day that counts, in UTC
   * @param to the last one
   */
  public KeyReport report(LocalDate from, LocalDate to, KeyReport.By by, Account actor) {
    actor.require(Role.ADMIN);
    return new KeyReport(
        database.jdbi().withHandle(handle -> KeyReportQuery.run(handle, from, to, by)));
  }
}
