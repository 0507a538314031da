package io.haidang.models;

/**
 * Asked between the steps of a long call whether to stop.
 *
 * <p><b>Thread-safety:</b> implementations may be asked from any thread.
 */
@FunctionalInterface
public interface Cancellation {

  /** Never stops. */
  Cancellation NEVER = () -> false;

  /** Whether to stop as soon as possible. */
  boolean isCancelled();
}
