package io.haidang.gateway.mail;

/** How a try ended. */
public enum Outcome {
  /** The server has taken the letter. */
  TAKEN,
  /** The server does not want it now. */
  PUT_OFF,
  /** The server does not want it at all: there is no such mailbox, or it may not be written to. */
  REFUSED,
  /** The server does not know the desk's name or password. */
  NOT_ADMITTED,
  /** The server cannot prove who it is, or cannot keep the connection private. */
  NOT_TRUSTED,
  /** There is no such server, or it does not answer. */
  UNREACHABLE,
  /** Whoever was to get it has no address any more, or no account. */
  NOT_WANTED;

  boolean isTaken() {
    return this == TAKEN;
  }

  /** Whether another try would end in the same way. */
  boolean isFinal() {
    return this == REFUSED || this == NOT_WANTED;
  }
}
