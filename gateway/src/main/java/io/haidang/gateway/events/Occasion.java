package io.haidang.gateway.events;

import io.haidang.gateway.PublicName;
import java.util.Optional;

/** What people are told of. Some concern whoever handed a text in, others one person alone. */
public enum Occasion {
  /** Somebody has named one in a comment. */
  MENTIONED(""),
  /** Somebody has answered where one has said something. */
  ANSWERED(""),
  /** Somebody has given one a text to review. */
  ASSIGNED(""),
  /** A text that one has to review is soon due. */
  DUE_SOON(""),
  /** A reviewer has sent the text back. */
  CHANGES_REQUESTED("target-changes-requested"),
  /** A reviewer has signed the text off. */
  APPROVED("target-approved"),
  /** A reviewer has turned the text down. */
  REJECTED("target-rejected"),
  /** The text went out. */
  PUBLISHED("target-published"),
  /** The machine could not make it. */
  FAILED("target-failed"),
  /** The text no longer says what its story says. */
  STALE(EventLog.STALE);

  private final String entry;

  Occasion(String entry) {
    this.entry = entry;
  }

  /** What an entry of the log is to those who handed the text in; empty for most. */
  static Optional<Occasion> of(String type) {
    for (Occasion occasion : values()) {
      if (occasion.entry.equals(type)) {
        return Optional.of(occasion);
      }
    }
    return Optional.empty();
  }

  /** As it is written on the wire, such as {@code changes-requested}. */
  public String id() {
    return PublicName.of(this);
  }
}
