package io.haidang.gateway.cluster;

import io.haidang.models.ModelException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Objects;

/** What a model on another node refused, as a message. */
enum Refusal {
  TOO_LATE,
  OVERLOADED,
  UNSUPPORTED,
  FAILED;

  private static final String KIND = "kind";
  private static final String MESSAGE = "message";
  private static final String WAIT = "retryAfterMillis";

  static JsonObject toJson(ModelException refusal) {
    JsonObject json =
        new JsonObject().put(KIND, kind(refusal).name()).put(MESSAGE, refusal.getMessage());
    return refusal instanceof ModelException.Overloaded busy
        ? json.put(WAIT, busy.retryAfter().toMillis())
        : json;
  }

  private static Refusal kind(ModelException refusal) {
    if (refusal instanceof ModelException.DeadlineExceeded) {
      return TOO_LATE;
    }
    if (refusal instanceof ModelException.Overloaded) {
      return OVERLOADED;
    }
    return refusal instanceof ModelException.Unsupported ? UNSUPPORTED : FAILED;
  }

  /** The same as it was thrown there; of what failed there, its message. */
  static ModelException of(JsonObject json) {
    String message = Objects.requireNonNullElse(json.getString(MESSAGE), "");
    return switch (valueOf(json.getString(KIND))) {
      case TOO_LATE -> new ModelException.DeadlineExceeded();
      case OVERLOADED ->
          new ModelException.Overloaded(message, Duration.ofMillis(json.getLong(WAIT)));
      case UNSUPPORTED -> new ModelException.Unsupported(message);
      case FAILED -> new ModelException.Unavailable(message);
    };
  }
}
