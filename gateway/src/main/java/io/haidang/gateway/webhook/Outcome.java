package io.haidang.gateway.webhook;

/** How a try ended. */
public enum Outcome {
  /** The receiver answered 2xx. */
  DELIVERED,
  /** It answered something else. */
  REFUSED,
  /** It answered 410: it wants no more. */
  GONE,
  /** It pointed elsewhere, which is not followed. */
  REDIRECTED,
  /** It did not answer in time. */
  TIMED_OUT,
  /** There is no such host, or nothing listens there. */
  UNREACHABLE,
  /** It cannot prove that it is who it should be. */
  NOT_TRUSTED,
  /** Its name leads to an address or a port that nothing may be sent to. */
  NOT_ALLOWED
}
