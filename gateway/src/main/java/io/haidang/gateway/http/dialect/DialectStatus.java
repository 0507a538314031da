package io.haidang.gateway.http.dialect;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.http.error.Problem;

/** The status with which a dialect tells a problem of the desk. */
public final class DialectStatus {

  private DialectStatus() {}

  /**
   * Clients repeat what gets 429 or 5xx, so nothing gets that which waiting does not mend; and a
   * key that is not good gets 403.
   */
  public static int of(Problem problem) {
    if (problem.code() == ErrorCode.ENGINE_REFUSED || problem.code() == ErrorCode.NOT_INSTALLED) {
      return 400;
    }
    return switch (problem.status()) {
      case 401 -> 403;
      case 409, 410, 422 -> 400;
      default -> problem.status();
    };
  }
}
