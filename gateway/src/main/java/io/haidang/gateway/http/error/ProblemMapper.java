package io.haidang.gateway.http.error;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.engine.EngineFailure;
import io.haidang.gateway.store.DatabaseOutage;
import io.haidang.models.ModelException;
import io.haidang.translation.document.DocumentException;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps every failure to a problem; the only place that knows the status of a failure. */
public final class ProblemMapper {

  /** Until a database that was restarted is usually back. */
  private static final long DATABASE_SECONDS = 2;

  private ProblemMapper() {}

  /**
   * The problem for a failed request.
   *
   * @param failure what was thrown, or null when only a status was set
   * @param status what the router set, or -1
   */
  public static Problem of(@Nullable Throwable failure, int status) {
    if (failure instanceof GatewayException known) {
      return problem(known.code(), String.valueOf(known.getMessage()), known.details());
    }
    if (failure instanceof DocumentException document) {
      return problem(
          Uploads.code(document.reason()), String.valueOf(document.getMessage()), Map.of());
    }
    if (failure instanceof ModelException engine
        && EngineFailure.code(engine) != ErrorCode.INTERNAL) {
      return ofEngine(engine);
    }
    if (failure != null && DatabaseOutage.isOne(failure)) {
      return problem(
          ErrorCode.DATABASE_UNAVAILABLE,
          "database: does not answer (expected: an answer soon)",
          Map.of(Problem.RETRY_AFTER, DATABASE_SECONDS));
    }
    if (failure instanceof ValidatorException || failure instanceof DecodeException) {
      return problem(
          ErrorCode.INVALID_REQUEST,
          "request: not as documented (expected: /api/v1/openapi.yaml)",
          Map.of());
    }
    return ofStatus(failure instanceof HttpException http ? http.getStatusCode() : status);
  }

  /** The problem for what cannot be read as HTTP. */
  public static Problem malformed() {
    return problem(
        ErrorCode.INVALID_REQUEST, "request: malformed (expected: see the API)", Map.of());
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 400, 415 -> malformed();
      case 401 -> problem(ErrorCode.NOT_SIGNED_IN, "credentials: none (expected: a key)", Map.of());
      case 404 -> problem(ErrorCode.NOT_FOUND, "address: unknown", Map.of());
      case 405 -> problem(ErrorCode.METHOD_NOT_ALLOWED, "method: not for this address", Map.of());
      case 413 ->
          problem(
              ErrorCode.TEXT_TOO_LARGE,
              "request: too large (expected: at most 4 MB, a file or a list of terms 32 MB)",
              Map.of());
      default ->
          problem(
              ErrorCode.INTERNAL,
              "something broke here; the instance finds it in the log",
              Map.of());
    };
  }

  private static Problem ofEngine(ModelException failure) {
    long seconds = Math.max(1, EngineFailure.retryAfter(failure).toSeconds());
    return problem(
        EngineFailure.code(failure),
        String.valueOf(failure.getMessage()),
        EngineFailure.isOutage(failure) ? Map.of(Problem.RETRY_AFTER, seconds) : Map.of());
  }

  private static Problem problem(ErrorCode code, String detail, Map<String, Object> details) {
    return new Problem(code, status(code), detail, details);
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case INVALID_REQUEST -> 400;
      case WRONG_CREDENTIALS, NOT_SIGNED_IN -> 401;
      case INVALID_CSRF_TOKEN, NOT_PERMITTED, AUTHOR_CANNOT_APPROVE, PROPOSER_CANNOT_APPROVE -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case REQUEST_TIMEOUT -> 408;
      case STALE_VERSION,
          TARGET_CLAIMED,
          REQUEST_IN_PROGRESS,
          WRONG_STATE,
          LOGIN_TAKEN,
          LAST_ADMINISTRATOR,
          OUTDATED_PROPOSAL,
          FINDINGS_OPEN,
          PRODUCT_STALE,
          NOT_CLEARED ->
          409;
      case WITHDRAWN -> 410;
      case TEXT_TOO_LARGE -> 413;
      case EMPTY_TEXT,
          NOT_TEXT,
          TOO_DEEP,
          UNSUPPORTED_FORMAT,
          MISLABELLED_FILE,
          ENCRYPTED_FILE,
          FILE_WITH_MACROS,
          DAMAGED_FILE,
          UNSAFE_FILE,
          TRACKED_CHANGES,
          SCANNED_PAGES,
          UNREADABLE_GLOSSARY,
          UNREADABLE_MEMORY,
          TOO_MANY_GLOSSARIES,
          UNKNOWN_LANGUAGE,
          UNSUPPORTED_PAIR,
          IDEMPOTENCY_KEY_REUSED,
          NO_SPEECH_ENGINE,
          GUESSABLE_PASSWORD ->
          422;
      case TOO_MANY_REQUESTS, QUOTA_EXCEEDED -> 429;
      case NOT_INSTALLED -> 501;
      case ENGINE_REFUSED -> 502;
      case OVERLOADED, DEADLINE_EXCEEDED, ENGINE_UNAVAILABLE, DATABASE_UNAVAILABLE -> 503;
      case WORKER_CRASHED, INTERNAL -> 500;
    };
  }
}
