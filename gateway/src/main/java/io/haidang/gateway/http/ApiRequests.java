package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.engine.SentenceRequest;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.usage.UsageReport;
import io.haidang.models.Deadline;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of the API as they are read from the wire, after the contract has let the request
 * through; see {@link ApiJson} for the other direction.
 */
final class ApiRequests {

  private static final int PATIENCE_MILLIS = 10_000;

  private ApiRequests() {}

  /**
   * A draft to hand in.
   *
   * @param clock says what today is, for a draft without a date
   */
  static NewDraft newDraft(JsonObject json, Clock clock) {
    return new NewDraft(
        json.getString("title", ""),
        Upload.text(
            constant(DocumentFormat.class, json.getString("format", "plain")),
            json.getString("content")),
        json.getString("sourceLanguage", "vi"),
        json.getJsonArray("targetLanguages").stream().map(String::valueOf).toList(),
        constant(Sensitivity.class, json.getString("sensitivity", "internal")),
        date(json.getString("textDate"), clock));
  }

  private static LocalDate date(@Nullable String text, Clock clock) {
    return text == null ? LocalDate.now(clock) : date("textDate", text);
  }

  private static LocalDate date(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, name + ": no date (expected: such as 2026-03-02)");
    }
  }

  /**
   * A sentence to translate at once; without a label it stays on this machine.
   *
   * @param clock for the deadline, which begins now
   */
  static SentenceRequest sentence(JsonObject json, Clock clock) {
    Duration patience = Duration.ofMillis(json.getInteger("deadlineMillis", PATIENCE_MILLIS));
    return new SentenceRequest(
        json.getString("text"),
        json.getString("sourceLanguage", "vi"),
        json.getString("targetLanguage"),
        constant(Sensitivity.class, json.getString("sensitivity", "internal")),
        date(json.getString("textDate"), clock),
        Deadline.after(patience, clock));
  }

  /** A day that the query names, else {@code usual}. */
  static LocalDate day(RoutingContext request, String name, LocalDate usual) {
    String text = request.queryParams().get(name);
    return text == null ? usual : date(name, text);
  }

  static UsageReport.Column usageColumn(RoutingContext request) {
    String name = request.queryParams().get("by");
    return name == null ? UsageReport.Column.PROVIDER : constant(UsageReport.Column.class, name);
  }

  static Decision decision(JsonObject json) {
    return new Decision(
        constant(TargetAction.class, json.getString("decision")),
        json.getInteger("version"),
        json.getString("comment", ""),
        json.getBoolean("acceptFindings", false));
  }

  /** The state that the queue is asked for; what waits for a reviewer unless given. */
  static TargetState state(RoutingContext request) {
    String name = request.queryParams().get("state");
    return name == null ? TargetState.IN_REVIEW : constant(TargetState.class, name);
  }

  static UUID id(RoutingContext request) {
    try {
      return UUID.fromString(request.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "id: unknown");
    }
  }

  static int index(RoutingContext request) {
    return Integer.parseInt(request.pathParam("index"));
  }

  /** The contract has let only known names through. */
  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
