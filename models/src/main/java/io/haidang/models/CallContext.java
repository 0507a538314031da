package io.haidang.models;

/**
 * What a call brings along beside its texts: how urgent it is, when it is too late, and whether it
 * is still wanted.
 *
 * <p><b>Thread-safety:</b> as safe as its parts, which may be asked from any thread.
 *
 * @param priority who goes first when several calls wait
 * @param deadline after which nobody needs the answer
 * @param cancellation asked between steps
 */
public record CallContext(Priority priority, Deadline deadline, Cancellation cancellation) {

  /** A document's call without a deadline that nobody cancels. */
  public static final CallContext PATIENT =
      new CallContext(Priority.BULK, Deadline.NONE, Cancellation.NEVER);

  /** Who goes first. */
  public enum Priority {
    /** Somebody is waiting for this sentence. */
    INTERACTIVE,
    /** Part of a document; throughput matters. */
    BULK
  }

  /** A document's call that can be cancelled. */
  public static CallContext bulk(Cancellation cancellation) {
    return new CallContext(Priority.BULK, Deadline.NONE, cancellation);
  }

  /** A call that somebody waits for. */
  public static CallContext interactive(Deadline deadline) {
    return new CallContext(Priority.INTERACTIVE, deadline, Cancellation.NEVER);
  }

  /**
   * Returns when the call may go on.
   *
   * @throws ModelException.Cancelled when it is no longer wanted
   * @throws ModelException.DeadlineExceeded when it is too late
   */
  public void check() {
    if (cancellation.isCancelled()) {
      throw new ModelException.Cancelled();
    }
    if (deadline.isPassed()) {
      throw new ModelException.DeadlineExceeded();
    }
  }
}
