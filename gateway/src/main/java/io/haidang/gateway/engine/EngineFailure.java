package io.haidang.gateway.engine;

import io.haidang.gateway.ErrorCode;
import io.haidang.models.ModelException;
import java.time.Duration;

/** What a failure of an engine is called in the error catalogue, and how long to leave it alone. */
public final class EngineFailure {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(30);

  private EngineFailure() {}

  public static ErrorCode code(ModelException failure) {
    if (failure instanceof ModelException.Unsupported) {
      return ErrorCode.UNSUPPORTED_PAIR;
    }
    if (failure instanceof ModelException.Refused) {
      return ErrorCode.ENGINE_REFUSED;
    }
    if (failure instanceof ModelException.Overloaded) {
      return ErrorCode.OVERLOADED;
    }
    if (failure instanceof ModelException.DeadlineExceeded) {
      return ErrorCode.DEADLINE_EXCEEDED;
    }
    return failure instanceof ModelException.Unavailable
        ? ErrorCode.ENGINE_UNAVAILABLE
        : ErrorCode.INTERNAL;
  }

  /** Whether nobody is to blame but the hour: waiting helps, however often it takes. */
  public static boolean isOutage(ModelException failure) {
    return switch (code(failure)) {
      case OVERLOADED, DEADLINE_EXCEEDED, ENGINE_UNAVAILABLE -> true;
      default -> false;
    };
  }

  /** When it may be worth trying again, from now. */
  public static Duration retryAfter(ModelException failure) {
    if (failure instanceof ModelException.Overloaded busy) {
      return busy.retryAfter();
    }
    return failure instanceof ModelException.DeadlineExceeded ? SOON : LATER;
  }
}
