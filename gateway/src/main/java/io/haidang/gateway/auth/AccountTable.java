package io.haidang.gateway.auth;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Json;
import io.haidang.translation.review.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as those keep them who may, and the log of what became of them.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
final class AccountTable {

  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private AccountTable() {}

  /** Open ones first, each by name. */
  static List<AccountEntry> list(Handle handle) {
    return handle
        .createQuery(
            "select * from account order by case when closed_at is null then 0 else 1 end, login")
        .map((row, context) -> entry(row))
        .list();
  }

  /**
   * One account.
   *
   * @throws GatewayException {@code not-found}
   */
  static AccountEntry require(Handle handle, UUID id) {
    return handle
        .createQuery("select * from account where id = :id")
        .bind("id", id)
        .map((row, context) -> entry(row))
        .findOne()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "account: unknown (expected: a known one)"));
  }

  private static AccountEntry entry(ResultSet row) throws SQLException {
    return new AccountEntry(
        AccountRow.of(row).account(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null));
  }

  /** Open accounts that keep accounts; whoever comes second waits until this transaction ends. */
  static List<UUID> lockAdministrators(Handle handle) {
    return handle
        .createQuery("select * from account where closed_at is null order by id for update")
        .map((row, context) -> AccountRow.of(row).account())
        .stream()
        .filter(account -> account.has(Role.ADMIN))
        .map(Account::id)
        .toList();
  }

  static void update(Handle handle, UUID id, AccountForm form) {
    handle
        .createUpdate(
            "update account set display_name = :name, office = :office, roles = :roles"
                + " where id = :id")
        .bind("name", form.displayName())
        .bind("office", form.office().name())
        .bind("roles", AccountRow.stored(form.roles()))
        .bind("id", id)
        .execute();
  }

  static void setClosed(Handle handle, UUID id, @Nullable OffsetDateTime at) {
    handle
        .createUpdate("update account set closed_at = :at where id = :id")
        .bindByType("at", at, OffsetDateTime.class)
        .bind("id", id)
        .execute();
  }

  static void setPassword(Handle handle, UUID id, PasswordHash password) {
    handle.execute("update account set password_hash = ? where id = ?", password.stored(), id);
  }

  /** The same password in another form; nothing when it has been changed meanwhile. */
  static void rehash(Handle handle, UUID id, PasswordHash present, PasswordHash better) {
    handle.execute(
        "update account set password_hash = ? where id = ? and password_hash = ?",
        better.stored(),
        id,
        present.stored());
  }

  /** Signs a person out everywhere. */
  static void endSessions(Handle handle, UUID id) {
    handle.execute("delete from session where account_id = ?", id);
  }

  static void revokeKeys(Handle handle, UUID id, OffsetDateTime now) {
    handle.execute(
        "update api_key set revoked_at = ? where account_id = ? and revoked_at is null", now, id);
  }

  static void append(
      Handle handle, UUID id, String type, String actor, OffsetDateTime now, Map<String, ?> data) {
    handle
        .createUpdate(
            "insert into account_event (account_id, type, actor, at, data)"
                + " values (:account, :type, :actor, :at, :data)")
        .bind("account", id)
        .bind("type", type)
        .bind("actor", actor)
        .bind("at", now)
        .bind("data", Json.write(data))
        .execute();
  }

  /** Newest first. */
  static List<AccountEvent> events(Handle handle, UUID id) {
    return handle
        .createQuery("select * from account_event where account_id = :id order by id desc")
        .bind("id", id)
        .map(
            (row, context) ->
                new AccountEvent(
                    row.getString("type"),
                    row.getString("actor"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    Json.read(row.getString("data"), DATA)))
        .list();
  }
}
