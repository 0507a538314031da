package io.haidang.gateway.auth;

import io.haidang.translation.review.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** An account as it is stored. */
record AccountRow(Account account, PasswordHash password) {

  static Optional<AccountRow> byId(Handle handle, UUID id) {
    return one(handle.createQuery("select * from account where id = :id").bind("id", id));
  }

  /** One that may sign in. */
  static Optional<AccountRow> openByLogin(Handle handle, String login) {
    return one(
        handle
            .createQuery("select * from account where login = :login and closed_at is null")
            .bind("login", login));
  }

  static Optional<AccountRow> byLogin(Handle handle, String login) {
    return one(
        handle.createQuery("select * from account where login = :login").bind("login", login));
  }

  private static Optional<AccountRow> one(Query query) {
    return query.map((row, context) -> of(row)).findOne();
  }

  static AccountRow of(ResultSet row) throws SQLException {
    return new AccountRow(
        new Account(
            row.getObject("id", UUID.class),
            row.getString("login"),
            row.getString("display_name"),
            new Office(row.getString("office")),
            roles(row.getString("roles"))),
        PasswordHash.parse(row.getString("password_hash")));
  }

  void insert(Handle handle, OffsetDateTime now) {
    handle
        .createUpdate(
            "insert into account (id, login, display_name, office, password_hash, roles, created_at)"
                + " values (:id, :login, :name, :office, :password, :roles, :now)")
        .bind("id", account.id())
        .bind("login", account.login())
        .bind("name", account.displayName())
        .bind("office", account.office().name())
        .bind("password", password.stored())
        .bind("roles", stored(account.roles()))
        .bind("now", now)
        .execute();
  }

  static String stored(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
  }

  private static Set<Role> roles(String names) {
    return Arrays.stream(names.split(",", -1)).map(Role::valueOf).collect(Collectors.toSet());
  }
}
