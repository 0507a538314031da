package io.haidang.gateway.testing;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.PasswordCost;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Accounts that nobody signs in to, and the cost of passwords for those that somebody does. */
public final class TestAccount {

  /** A password as dear as an office's would take most of a test's time. */
  public static final PasswordCost CHEAP = new PasswordCost(64, 1);

  private TestAccount() {}

  /** Adds one with {@code roles}. */
  public static Account in(Database database, String login, String name, Role... roles) {
    Account account = new Account(UUID.randomUUID(), login, name, Office.FIRST, Set.of(roles));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into account (id, login, display_name, office, password_hash, roles, created_at)"
                        + " values (?, ?, ?, ?, '1$AA==$AA==', ?, current_timestamp)",
                    account.id(),
                    login,
                    name,
                    account.office().name(),
                    String.join(",", Stream.of(roles).map(Role::name).toList())));
    return account;
  }
}
