package io.haidang.gateway.jobs;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.engine.EngineFailure;
import io.haidang.gateway.recipe.NotYetException;
import io.haidang.models.ModelException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;

/**
 * What a worker says about a target when it lets go of it. Immutable.
 *
 * @param reason an id of the error catalogue, and why where it is safe to show; empty when done
 * @param retryAfter what the engine asked for, zero when nothing did
 */
record WorkerReply(Outcome outcome, String reason, Duration retryAfter) {

  static final WorkerReply DONE = new WorkerReply(Outcome.DONE, "", Duration.ZERO);

  /** This worker is going away, which is nobody's fault. */
  static final WorkerReply STOPPING = new WorkerReply(Outcome.STOPPING, "", Duration.ZERO);

  /** Another product has to be made first. */
  static final WorkerReply NOT_YET = new WorkerReply(Outcome.NOT_YET, "", Duration.ZERO);

  /** Something broke that the worker has no word for. */
  static final WorkerReply FAULT =
      new WorkerReply(Outcome.FAULT, ErrorCode.INTERNAL.id(), Duration.ZERO);

  enum Outcome {
    DONE,
    STOPPING,
    /** Another try may go better: the database, the engine, another worker that was faster. */
    FAULT,
    /** An engine is busy or away; waiting helps. */
    OUTAGE,
    /** What it is made from is still being made; that takes seconds. */
    NOT_YET,
    /** No try will ever go better. */
    FOR_GOOD
  }

  static WorkerReply of(RuntimeException failure) {
    if (failure instanceof ModelException.Cancelled) {
      return STOPPING;
    }
    if (failure instanceof NotYetException) {
      return NOT_YET;
    }
    return new WorkerReply(outcome(failure), reason(failure), pause(failure));
  }

  /** Whether something went wrong, for now or for good. */
  boolean isFailure() {
    return switch (outcome) {
      case FAULT, OUTAGE, FOR_GOOD -> true;
      case DONE, STOPPING, NOT_YET -> false;
    };
  }

  private static Outcome outcome(RuntimeException failure) {
    if (failure instanceof ModelException model && model.retryable()) {
      return EngineFailure.isOutage(model) ? Outcome.OUTAGE : Outcome.FAULT;
    }
    boolean lostRace =
        failure instanceof GatewayException known && known.code() == ErrorCode.STALE_VERSION;
    return lostRace || failure instanceof JdbiException ? Outcome.FAULT : Outcome.FOR_GOOD;
  }

  /** Messages of the engines hold no text; those of other exceptions may. */
  private static String reason(RuntimeException failure) {
    if (failure instanceof ModelException model
        && EngineFailure.code(model) != ErrorCode.INTERNAL) {
      return EngineFailure.code(model).id() + ": " + failure.getMessage();
    }
    return failure instanceof GatewayException known
        ? known.code().id() + ": " + known.getMessage()
        : ErrorCode.INTERNAL.id();
  }

  private static Duration pause(RuntimeException failure) {
    return failure instanceof ModelException.Overloaded busy ? busy.retryAfter() : Duration.ZERO;
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("outcome", outcome.name())
        .put("reason", reason)
        .put("retryAfterMillis", retryAfter.toMillis());
  }

  static WorkerReply of(JsonObject json) {
    return new WorkerReply(
        Outcome.valueOf(json.getString("outcome")),
        json.getString("reason"),
        Duration.ofMillis(json.getLong("retryAfterMillis")));
  }
}
