package io.haidang.models;

import io.haidang.models.ModelDescriptor.Locality;

/**
 * What a call brings along beside its texts: how urgent it is, when it is too late, whether it is
 * still wanted, how far the texts may go and who pays.
 *
 * <p><b>Thread-safety:</b> as safe as its parts, which may be asked from any thread.
 *
 * @param priority who goes first when several calls wait
 * @param deadline after which nobody needs the answer
 * @param cancellation asked between steps
 * @param reach how far the texts may go; {@link Locality#LOCAL} unless somebody says otherwise
 * @param office on whose account; empty when nobody keeps accounts
 * @param work what the account books call it, such as the id of a translation; may be empty
 */
public record CallContext(
    Priority priority,
    Deadline deadline,
    Cancellation cancellation,
    Locality reach,
    String office,
    String work) {

  /** A document's call without a deadline that nobody cancels. */
  public static final CallContext PATIENT =
      new CallContext(Priority.BULK, Deadline.NONE, Cancellation.NEVER);

  /** A call whose texts stay in this process. */
  public CallContext(Priority priority, Deadline deadline, Cancellation cancellation) {
    this(priority, deadline, cancellation, Locality.LOCAL, "", "");
  }

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

  /** The same call, whose texts may go as far as {@code farthest}. */
  public CallContext reaching(Locality farthest) {
    return new CallContext(priority, deadline, cancellation, farthest, office, work);
  }

  /** The same call, on the account of {@code payer}. */
  public CallContext onAccountOf(String payer) {
    return new CallContext(priority, deadline, cancellation, reach, payer, work);
  }

  /** The same call, booked under {@code name}. */
  public CallContext bookedAs(String name) {
    return new CallContext(priority, deadline, cancellation, reach, office, name);
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
