package io.haidang.models.remote;

import dev.langchain4j.exception.LangChain4jException;
import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure means; the only place that knows. Messages carry provider, model, time waited
 * and status, never what a provider wrote: that may quote the document or the key.
 */
final class Failures {

  /** A provider that names no pause is asked again after this one. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private Failures() {}

  static ModelException of(
      RuntimeException failure, RemoteService provider, CallContext call, long waitedMillis) {
    if (failure instanceof ModelException known) {
      return known;
    }
    String who = "provider " + provider.name() + ", model " + provider.model() + ": ";
    String waited = " after " + waitedMillis + " ms";
    HttpFault fault = fault(failure);
    if (fault == null) {
      String what =
          failure instanceof LangChain4jException ? "unusable answer" : "answer of another form";
      return new ModelException.Unavailable(who + what + waited + " (expected: its protocol)");
    }
    return switch (fault.kind()) {
      case STATUS -> status(fault, who, waited);
      case TIMEOUT ->
          call.deadline().isPassed()
              ? new ModelException.DeadlineExceeded()
              : new ModelException.Unavailable(
                  who
                      + "no whole answer"
                      + waited
                      + " (expected: within "
                      + provider.timeout().toMillis()
                      + " ms)");
      case CANCELLED -> new ModelException.Cancelled();
      case TOO_LARGE ->
          new ModelException.Unavailable(
              who + "answer too large" + waited + " (expected: a shorter one)");
      case REFUSAL ->
          new ModelException.Refused(who + "declined" + waited + " (expected: an answer)");
      case BROKEN -> new ModelException.Unavailable(who + broken(fault) + waited);
    };
  }

  private static ModelException status(HttpFault fault, String who, String waited) {
    int status = fault.status();
    String message = who + "status " + status + waited;
    boolean paused = status == 503 && fault.retryAfter() != null;
    if (status == 429 || status == 529 || paused) {
      return new ModelException.Overloaded(
          message, Objects.requireNonNullElse(fault.retryAfter(), PAUSE));
    }
    return status >= 500 || status == 408
        ? new ModelException.Unavailable(message)
        : new ModelException.Refused(message + reason(status));
  }

  private static String reason(int status) {
    return switch (status) {
      case 401, 403 -> " (expected: a key that is accepted)";
      case 404 -> " (expected: an address and a model it knows)";
      default -> " (expected: 200)";
    };
  }

  private static String broken(HttpFault fault) {
    return fault.getCause() instanceof HttpConnectTimeoutException
            || fault.getCause() instanceof ConnectException
        ? "no connection"
        : "connection broken";
  }

  private static @Nullable HttpFault fault(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpFault fault) {
        return fault;
      }
    }
    return null;
  }
}
