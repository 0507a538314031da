package io.haidang.gateway.repeat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a day what was answered to requests with a key of their sender's (IETF draft
 * Idempotency-Key). A refusal is not remembered: it has done nothing, and the same key may try
 * again. A request whose process died in the middle stays in progress, for nobody knows what it has
 * done, unless it may be {@link #takeOver taken over}.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use, on any number of nodes. <b>Blocking:</b> SQL.
 */
public final class RepeatedRequests {

  private static final Duration MEMORY = Duration.ofDays(1);

  /** Longer than handing in takes; should one take longer, the two make the same thing. */
  private static final Duration ABANDONED = Duration.ofSeconds(30);

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Database database;
  private final Clock clock;

  public RepeatedRequests(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Known(String digest, @Nullable GivenAnswer answer) {}

  /**
   * Begins a request, unless it was made before.
   *
   * @return what was answered then; empty when the caller has to do it now, and then to {@link
   *     #finish} or {@link #release} it
   * @throws GatewayException {@code request-in-progress}, {@code idempotency-key-reused} when the
   *     key came with another request
   */
  public Optional<GivenAnswer> begin(RepeatableRequest request) {
    return database.jdbi().inTransaction(handle -> begin(handle, request));
  }

  private Optional<GivenAnswer> begin(Handle handle, RepeatableRequest request) {
    forgetOld(handle);
    int inserted =
        handle
            .createUpdate(
                "insert into repeatable_request (account_id, request_key, digest, created_at)"
                    + " values (:account, :key, :digest, :now) on conflict do nothing")
            .bind("account", request.account())
            .bind("key", request.key())
            .bind("digest", request.digest())
            .bind("now", now())
            .execute();
    return inserted == 1 ? Optional.empty() : Optional.of(known(handle, request));
  }

  /**
   * Begins a request again that somebody has begun a while ago and not finished.
   *
   * @return whether the caller has to do it now, as after {@link #begin}
   */
  public boolean takeOver(RepeatableRequest request) {
    return database.jdbi().withHandle(handle -> takeOver(handle, request)) == 1;
  }

  private int takeOver(Handle handle, RepeatableRequest request) {
    return handle
        .createUpdate(
            "update repeatable_request set created_at = :now where account_id = :account"
                + " and request_key = :key and digest = :digest and status is null"
                + " and created_at < :abandoned")
        .bind("now", now())
        .bind("account", request.account())
        .bind("key", request.key())
        .bind("digest", request.digest())
        .bind("abandoned", now().minus(ABANDONED))
        .execute();
  }

  /** Forgets what is older than a day, even if nobody asks any more. */
  public void tidy() {
    database.jdbi().useHandle(this::forgetOld);
  }

  private void forgetOld(Handle handle) {
    handle.execute("delete from repeatable_request where created_at < ?", now().minus(MEMORY));
  }

  private static GivenAnswer known(Handle handle, RepeatableRequest request) {
    Known known =
        handle
            .createQuery(
                "select * from repeatable_request where account_id = :account"
                    + " and request_key = :key")
            .bind("account", request.account())
            .bind("key", request.key())
            .map((row, context) -> known(row))
            .findOne() // None: released since, so it was in progress a moment ago.
            .orElseThrow(RepeatedRequests::inProgress);
    if (!known.digest().equals(request.digest())) {
      throw new GatewayException(
          ErrorCode.IDEMPOTENCY_KEY_REUSED,
          "Idempotency-Key: of another request (expected: a new one)");
    }
    if (known.answer() == null) {
      throw inProgress();
    }
    return known.answer();
  }

  private static GatewayException inProgress() {
    return new GatewayException(
        ErrorCode.REQUEST_IN_PROGRESS, "request: in progress (expected: to ask again later)");
  }

  private static Known known(ResultSet row) throws SQLException {
    Integer status = row.getObject("status", Integer.class);
    return new Known(
        row.getString("digest"),
        status == null
            ? null
            : new GivenAnswer(
                status, Json.read(row.getString("headers"), HEADERS), row.getBytes("body")));
  }

  /** Remembers what was answered. */
  public void finish(RepeatableRequest request, GivenAnswer answer) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "update repeatable_request set status = :status, headers = :headers,"
                            + " body = :body where account_id = :account and request_key = :key")
                    .bind("status", answer.status())
                    .bind("headers", Json.write(answer.headers()))
                    .bind("body", answer.body())
                    .bind("account", request.account())
                    .bind("key", request.key())
                    .execute());
  }

  /** Forgets a request that has done nothing. */
  public void release(RepeatableRequest request) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from repeatable_request where account_id = ? and request_key = ?",
                    request.account(),
                    request.key()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
