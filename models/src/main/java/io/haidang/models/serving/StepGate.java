package io.haidang.models.serving;

/** Counts the bulk batches that compute and says which have to stand still. Not thread-safe. */
final class StepGate {

  private int running;

  void enter() {
    running++;
  }

  void leave() {
    running--;
  }

  /** Whether one of those that compute has to stand still. */
  boolean isCrowded(int allowance) {
    return running > allowance;
  }

  /** Whether one that stands still may go on. */
  boolean hasRoom(int allowance) {
    return running < allowance;
  }
}
