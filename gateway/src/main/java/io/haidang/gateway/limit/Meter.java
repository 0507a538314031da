package io.haidang.gateway.limit;

import io.haidang.gateway.auth.KeyLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One key on this node. Safe for concurrent use; nothing in here blocks. */
final class Meter {

  private final RateWindow rate = new RateWindow();
  private final Map<LocalDate, KeyUse> unwritten = new HashMap<>();
  private YearMonth month;
  private KeyUse taken;
  private int underWay;

  /**
   * A meter.
   *
   * @param taken in that month so far, by what SQL says
   */
  Meter(YearMonth month, KeyUse taken) {
    this.month = month;
    this.taken = taken;
  }

  /** Lets a request begin; returns 0, or the seconds after which it may. */
  synchronized int enter(KeyLimits limits, long second) {
    if (underWay >= limits.concurrent()) {
      return 1;
    }
    Integer perMinute = limits.requestsPerMinute();
    int wait = perMinute == null ? 0 : rate.take(second, perMinute);
    if (wait == 0) {
      underWay++;
    }
    return wait;
  }

  synchronized void leave() {
    underWay--;
  }

  /** Takes something, unless the month would have too much of it. */
  synchronized boolean take(KeyUse more, KeyLimits limits, LocalDate day) {
    turnPage(YearMonth.from(day));
    KeyUse after = taken.plus(more);
    if ((more.characters() > 0 && isOver(after.characters(), limits.charactersPerMonth()))
        || (more.documents() > 0 && isOver(after.documents(), limits.documentsPerMonth()))) {
      return false;
    }
    taken = after;
    unwritten.merge(day, more, KeyUse::plus);
    return true;
  }

  private static boolean isOver(long taken, @Nullable Long most) {
    return most != null && taken > most;
  }

  /** Gives back what was taken for nothing. */
  synchronized void give(KeyUse back, LocalDate day) {
    turnPage(YearMonth.from(day));
    taken = taken.minus(back);
    unwritten.merge(day, KeyUse.NONE.minus(back), KeyUse::plus);
  }

  private void turnPage(YearMonth present) {
    if (present.isAfter(month)) {
      month = present;
      taken = KeyUse.NONE;
    }
  }

  synchronized KeyUse taken(YearMonth present) {
    turnPage(present);
    return taken;
  }

  /** What SQL does not have yet, by day; the meter forgets it. */
  synchronized Map<LocalDate, KeyUse> drain() {
    Map<LocalDate, KeyUse> drained = Map.copyOf(unwritten);
    unwritten.clear();
    return drained;
  }

  /** Keeps what could not be written for the next time. */
  synchronized void keep(Map<LocalDate, KeyUse> drained) {
    drained.forEach((day, use) -> unwritten.merge(day, use, KeyUse::plus));
  }

  /** Takes over what SQL says of a month, other nodes' share included. */
  synchronized void know(YearMonth written, KeyUse inSql) {
    if (written.equals(month)) {
      taken =
          unwritten.entrySet().stream()
              .filter(entry -> YearMonth.from(entry.getKey()).equals(month))
              .map(Map.Entry::getValue)
              .reduce(inSql, KeyUse::plus);
    }
  }
}
