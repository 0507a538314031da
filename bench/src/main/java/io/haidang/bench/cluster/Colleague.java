package io.haidang.bench.cluster;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** Somebody who does one thing after the other, with pauses, until the day is over. */
abstract class Colleague implements Runnable {

  final Desk desk;
  final Ledger ledger;
  final Random random;
  private final BooleanSupplier isOver;
  private final int pauseMillis;

  /**
   * Somebody who has not begun.
   *
   * @param pauseMillis between two things at most, 1 or more
   */
  Colleague(Desk desk, Ledger ledger, long seed, BooleanSupplier isOver, int pauseMillis) {
    this.desk = desk;
    this.ledger = ledger;
    this.random = new Random(seed);
    this.isOver = isOver;
    this.pauseMillis = pauseMillis;
  }

  /** One thing. */
  abstract void act() throws InterruptedException;

  @Override
  public void run() {
    try {
      while (!isOver.getAsBoolean()) {
        act();
        Thread.sleep(1L + random.nextInt(pauseMillis));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the day is over. */
  final boolean isOver() {
    return isOver.getAsBoolean();
  }

  /** The answer, of which faults of the server are noted. */
  final Desk.Answer noted(Desk.Answer answer) {
    if (answer.status() >= 500) {
      ledger.fault(answer.status());
    }
    return answer;
  }
}
