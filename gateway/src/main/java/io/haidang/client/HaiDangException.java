package io.haidang.client;

import java.time.Duration;
import java.util.Optional;

/** The desk refused a request, or cannot serve it now. */
public final class HaiDangException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final int retryAfterSeconds;

  HaiDangException(int status, String code, String detail, int retryAfterSeconds) {
    super(code + ": " + detail);
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** Stable, such as {@code unsupported-pair}; see {@code docs/errors.md}. */
  public String code() {
    return code;
  }

  /** When it may be worth trying again; empty when waiting does not help. */
  public Optional<Duration> retryAfter() {
    return retryAfterSeconds > 0
        ? Optional.of(Duration.ofSeconds(retryAfterSeconds))
        : Optional.empty();
  }
}
