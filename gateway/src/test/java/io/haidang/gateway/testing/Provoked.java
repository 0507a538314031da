package io.haidang.gateway.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The error codes that the present test has seen. Tests run one at a time. */
public final class Provoked {

  private static final Set<ErrorCode> SEEN = EnumSet.noneOf(ErrorCode.class);

  private Provoked() {}

  /** Called by whatever reads an answer in which {@code code} stands. */
  public static synchronized void note(ErrorCode code) {
    SEEN.add(code);
  }

  /** Runs what must fail, and returns how it did. */
  public static GatewayException by(ThrowingCallable call) {
    GatewayException failure = catchThrowableOfType(GatewayException.class, call);
    if (failure == null) {
      throw new AssertionError("nothing went wrong (expected: an error of the catalogue)");
    }
    note(failure.code());
    return failure;
  }

  static synchronized void forget() {
    SEEN.clear();
  }

  static synchronized Set<ErrorCode> seen() {
    return Set.copyOf(SEEN);
  }
}
