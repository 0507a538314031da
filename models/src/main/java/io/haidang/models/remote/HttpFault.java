package io.haidang.models.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What went wrong on the way to a provider and back; {@link Failures} says what it means. */
final class HttpFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  enum Kind {
    STATUS,
    TIMEOUT,
    CANCELLED,
    TOO_LARGE,
    REFUSAL,
    BROKEN
  }

  private final Kind kind;
  private final int status;
  private final @Nullable Duration retryAfter;

  private HttpFault(
      Kind kind, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(kind.name(), cause, false, false);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static HttpFault status(int status, @Nullable Duration retryAfter) {
    return new HttpFault(Kind.STATUS, status, retryAfter, null);
  }

  static HttpFault of(Kind kind) {
    return new HttpFault(kind, 0, null, null);
  }

  static HttpFault broken(Throwable cause) {
    return new HttpFault(Kind.BROKEN, 0, null, cause);
  }

  Kind kind() {
    return kind;
  }

  int status() {
    return status;
  }

  /** When to come back, or null when the provider did not say. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
