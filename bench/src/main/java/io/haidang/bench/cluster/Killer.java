package io.haidang.bench.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Kills one process after the other, and starts it again. */
final class Killer {

  private final List<Killable> processes;
  private final Random random;
  private final long everyMillis;
  private final List<String> kills = new ArrayList<>();

  Killer(List<Killable> processes, long seed, long everyMillis) {
    this.processes = processes;
    this.random = new Random(seed);
    this.everyMillis = everyMillis;
  }

  /** Goes on until the day is over; then all are up. */
  void run(BooleanSupplier isOver) throws IOException, InterruptedException {
    while (!isOver.getAsBoolean()) {
      long next = System.nanoTime() + everyMillis * 1_000_000;
      Killable victim = processes.get(random.nextInt(processes.size()));
      victim.kill();
      long killed = System.nanoTime();
      victim.start();
      double seconds = (System.nanoTime() - killed) / 1e9;
      String kill =
          String.format(Locale.ROOT, "%s, ready again after %.1f s", victim.name(), seconds);
      System.out.println("killed " + kill);
      kills.add(kill);
      Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
    }
  }

  int kills() {
    return kills.size();
  }
}
