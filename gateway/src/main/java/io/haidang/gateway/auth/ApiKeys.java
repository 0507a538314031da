package io.haidang.gateway.auth;

import io.haidang.gateway.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which programs call. A key is known to its holder alone: only its digest is stored.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class ApiKeys {

  private static final String PREFIX = "hd_";

  private static final String COLUMNS =
      "select a.*, k.id as key_id, k.name as key_name, k.digest, k.scopes, k.requests_per_minute,"
          + " k.characters_per_month, k.documents_per_month, k.concurrent,"
          + " k.created_at as made_at, k.expires_at, k.last_used_at, k.revoked_at"
          + " from api_key k join account a on a.id = k.account_id";

  private final Database database;
  private final Clock clock;

  public ApiKeys(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The key with that secret; empty when it is unknown, revoked or expired. */
  public Optional<ApiKey> find(String secret) {
    return Optional.ofNullable(find(Set.of(secret)).get(secret));
  }

  /**
   * Those keys in force that have one of these secrets, by their secrets. What is found is as SQL
   * has it now, so that a key that was revoked on another node opens nothing here; one statement
   * serves all.
   */
  public Map<String, ApiKey> find(Collection<String> secrets) {
    Map<String, String> digests = new HashMap<>();
    secrets.forEach(secret -> digests.put(secret, Secrets.digest(secret)));
    Map<String, ApiKey> inForce = inForce(digests.values());
    Map<String, ApiKey> found = new HashMap<>();
    digests.forEach(
        (secret, digest) ->
            inForce.entrySet().stream()
                .filter(entry -> same(entry.getKey(), digest))
                .forEach(entry -> found.put(secret, entry.getValue())));
    return found;
  }

  /** By digest. */
  private Map<String, ApiKey> inForce(Collection<String> digests) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        COLUMNS
                            + " where k.digest = any(:digests) and k.revoked_at is null"
                            + " and (k.expires_at is null or k.expires_at > :now)")
                    .bindArray("digests", String.class, digests.toArray())
                    .bind("now", now())
                    .map((row, context) -> Map.entry(row.getString("digest"), key(row)))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Whether a key that was let in may still stay. */
  public boolean isInForce(UUID id) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from api_key where id = :id and revoked_at is null"
                                + " and (expires_at is null or expires_at > :now)")
                        .bind("id", id)
                        .bind("now", now())
                        .mapTo(Integer.class)
                        .one())
        == 1;
  }

  /** Takes the same time wherever two digests differ. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  /** Makes a key and returns its secret, which nobody can be told again. */
  public String create(NewApiKey wanted) {
    String secret = PREFIX + Secrets.random();
    adopt(secret, wanted);
    return secret;
  }

  /** Makes a key whose secret somebody has chosen; it is as good as that choice. */
  public void adopt(String secret, NewApiKey wanted) {
    database.jdbi().useHandle(handle -> insert(handle, Secrets.digest(secret), wanted));
  }

  private void insert(Handle handle, String digest, NewApiKey wanted) {
    bound(
            handle.createUpdate(
                "insert into api_key (digest, id, account_id, name, created_at, scopes,"
                    + " requests_per_minute, characters_per_month, documents_per_month,"
                    + " concurrent, expires_at) values (:digest, :id, :account, :name, :now,"
                    + " :scopes, :requests, :characters, :documents, :concurrent, :expires)"),
            wanted)
        .bind("digest", digest)
        .bind("id", UUID.randomUUID())
        .bind("account", wanted.account())
        .bind("now", now())
        .execute();
  }

  private static Update bound(Update statement, NewApiKey wanted) {
    KeyLimits limits = wanted.limits();
    return statement
        .bind("name", wanted.name())
        .bind("scopes", Scope.stored(wanted.scopes()))
        .bind("requests", limits.requestsPerMinute())
        .bind("characters", limits.charactersPerMonth())
        .bind("documents", limits.documentsPerMonth())
        .bind("concurrent", limits.concurrent())
        .bind("expires", time(wanted.expiresAt()));
  }

  /** Every key ever made, by account and time. */
  public List<ApiKeyEntry> list() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(COLUMNS + " order by a.login, k.created_at, k.id")
                    .map((row, context) -> entry(row))
                    .list());
  }

  /** The key with that id, in force or not. */
  public Optional<ApiKeyEntry> entry(UUID id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(COLUMNS + " where k.id = :id")
                    .bind("id", id)
                    .map((row, context) -> entry(row))
                    .findOne());
  }

  /** Changes what a key opens and may take, from its next request on; false for an unknown one. */
  public boolean change(UUID id, NewApiKey wanted) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    bound(
                            handle.createUpdate(
                                "update api_key set name = :name, scopes = :scopes,"
                                    + " requests_per_minute = :requests,"
                                    + " characters_per_month = :characters,"
                                    + " documents_per_month = :documents,"
                                    + " concurrent = :concurrent, expires_at = :expires"
                                    + " where id = :id"),
                            wanted)
                        .bind("id", id)
                        .execute())
        > 0;
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Closes the door to a key at once, on every node; false when it was closed already. */
  public boolean revoke(UUID id) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            "update api_key set revoked_at = :now"
                                + " where id = :id and revoked_at is null")
                        .bind("now", now())
                        .bind("id", id)
                        .execute())
        > 0;
  }

  /** Closes the door to the account's keys of that name at once; returns how many were open. */
  public int revoke(String login, String name) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update api_key set revoked_at = :now where name = :name"
                            + " and revoked_at is null and account_id in"
                            + " (select id from account where login = :login)")
                    .bind("now", now())
                    .bind("name", name)
                    .bind("login", login.toLowerCase(Locale.ROOT))
                    .execute());
  }

  private static ApiKeyEntry entry(ResultSet row) throws SQLException {
    return new ApiKeyEntry(
        key(row),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("key_id", UUID.class),
        row.getString("key_name"),
        AccountRow.of(row).account(),
        Scope.parse(row.getString("scopes")),
        new KeyLimits(
            row.getObject("requests_per_minute", Integer.class),
            row.getObject("characters_per_month", Long.class),
            row.getObject("documents_per_month", Long.class),
            row.getInt("concurrent")));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
