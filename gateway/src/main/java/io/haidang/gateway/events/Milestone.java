package io.haidang.gateway.events;

import io.haidang.gateway.PublicName;
import java.util.Optional;

/** What programs outside can be told of: the few entries of the log that they act upon. */
public enum Milestone {
  /** The machine is done; people can read. */
  MACHINE_READY("target-in-review"),
  /** A reviewer has signed off. */
  APPROVED("target-approved"),
  /** The approved text was delivered. */
  PUBLISHED("target-published"),
  /** The text no longer says what its story says. */
  STALE(EventLog.STALE),
  /** A campaign has put another official name into the text. */
  RENAMED(EventLog.RENAMED),
  /** What was delivered was taken back. */
  WITHDRAWN(EventLog.WITHDRAWN);

  private final String entry;

  Milestone(String entry) {
    this.entry = entry;
  }

  /** What an entry of the log is; empty for most. A text comes into review by people as well. */
  public static Optional<Milestone> of(String type, String actor) {
    for (Milestone milestone : values()) {
      if (milestone.entry.equals(type)) {
        boolean isOther = milestone == MACHINE_READY && !actor.equals(EventLog.WORKER);
        return isOther ? Optional.empty() : Optional.of(milestone);
      }
    }
    return Optional.empty();
  }

  /** As it is written on the wire, such as {@code machine-ready}. */
  public String id() {
    return PublicName.of(this);
  }
}
