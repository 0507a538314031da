package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.FilterOptions.TrackedChanges;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API after the contract has let it through, copied on the event loop so that a
 * blocking thread may read it.
 *
 * @param key that came with it
 * @param making id for what the call makes; the same whenever it comes again under the same {@code
 *     Idempotency-Key}
 * @param arrivedAt before it waited for a thread
 * @param path parameters of the path
 * @param query parameters of the query
 * @param body what was sent as JSON; empty when nothing was
 * @param bytes what was sent, whatever it is; null when nothing was
 * @param files of a form
 */
public record ApiCall(
    ApiKey key,
    UUID making,
    Instant arrivedAt,
    Map<String, String> path,
    MultiMap query,
    JsonObject body,
    @Nullable Buffer bytes,
    FormFiles files) {

  /** Entries of a list when a call does not say how many. */
  private static final int PAGE = 50;

  private static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");

  static ApiCall of(RoutingContext request, ValidatedRequest valid, Instant arrivedAt) {
    return new ApiCall(
        Entrance.key(request),
        UUID.randomUUID(),
        arrivedAt,
        request.pathParams(),
        request.queryParams(),
        json(valid.getBody()),
        request.body().buffer(),
        RequestBodies.files(request));
  }

  /** The same for something whose id is chosen. */
  ApiCall making(UUID id) {
    return new ApiCall(key, id, arrivedAt, path, query, body, bytes, files);
  }

  /** For whom the program calls. */
  public Account account() {
    return key.account();
  }

  /** Of what was sent, in bytes. */
  int length() {
    return bytes == null ? 0 : bytes.length();
  }

  private static JsonObject json(@Nullable RequestParameter body) {
    return body == null || !body.isJsonObject() ? new JsonObject() : body.getJsonObject();
  }

  /** A file of a form; empty when the call has none of that name. */
  public Optional<Upload> file(String name) {
    return files.find(name).map(this::upload);
  }

  /** All files of a form that have that name. */
  public List<Upload> files(String name) {
    return files.of(name).stream().map(this::upload).toList();
  }

  private Upload upload(FormFile file) {
    return Upload.file(file.name(), file.content().getBytes()).with(filterOptions());
  }

  /** What of a document is to be read, by the members of the body that say so. */
  public FilterOptions filterOptions() {
    return new FilterOptions(
        texts("columns"),
        texts("jsonPaths"),
        PublicName.constant(TrackedChanges.class, body.getString("trackedChanges", "refuse")));
  }

  private List<String> texts(String name) {
    return body.getJsonArray(name, new JsonArray()).stream().map(String::valueOf).toList();
  }

  /** A parameter of the path, which always has it. */
  public String pathText(String name) {
    return path.getOrDefault(name, "");
  }

  /** The whole number in the path; the contract has let nothing else through. */
  public int pathNumber(String name) {
    return Integer.parseInt(pathText(name));
  }

  /** The long number in the path; one that is too long to exist is unknown. */
  public long pathLong(String name) {
    try {
      return Long.parseLong(pathText(name));
    } catch (NumberFormatException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, name + ": unknown");
    }
  }

  /** The id in the path; an address without one that can exist is unknown. */
  public UUID id() {
    return id(pathText("id"));
  }

  /** The id that {@code text} is; what can be none is unknown. */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "id: unknown");
    }
  }

  /** A parameter of the query. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A whole number of the query; the contract has let nothing else through. */
  public int number(String name, int usual) {
    return text(name).map(Integer::parseInt).orElse(usual);
  }

  /** A whole number of the query that the contract asks for. */
  public int number(String name) {
    return Integer.parseInt(String.valueOf(query.get(name)));
  }

  /** How many entries of a list to pass over. */
  public int offset() {
    return number("offset", 0);
  }

  /** How many entries of a list to give. */
  public int limit() {
    return number("limit", PAGE);
  }

  /** A day of the query, or {@code usual}. */
  public LocalDate day(String name, LocalDate usual) {
    return text(name).map(text -> day(name, text)).orElse(usual);
  }

  /** The day that {@code text} is; the contract does not know dates. */
  public static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, name + ": no date (expected: such as 2026-03-02)");
    }
  }

  /**
   * The instant that {@code text} is, in years that a database knows too; null for null.
   *
   * @throws GatewayException {@code invalid-request}
   */
  public static @Nullable Instant instant(String name, @Nullable String text) {
    try {
      return text == null ? null : ofOurTimes(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          name + ": no instant (expected: such as 2026-03-02T09:00:00Z)");
    }
  }

  private static Instant ofOurTimes(Instant instant) {
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
      throw new DateTimeException("instant: of another age");
    }
    return instant;
  }
}
