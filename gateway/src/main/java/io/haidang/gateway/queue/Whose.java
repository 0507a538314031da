package io.haidang.gateway.queue;

/** For whom texts are. */
public enum Whose {
  /** All of them. */
  ALL,
  /** Assigned to the reader, or in the reader's hands. */
  MINE,
  /** Assigned to nobody and in nobody's hands. */
  FREE
}
