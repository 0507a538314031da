package io.haidang.gateway.recipe;

import java.time.Duration;
import java.util.Locale;

/** A place in a recording as players show it. */
public final class PlayTime {

  private PlayTime() {}

  /** Such as {@code 0:07.5} or {@code 1:02:03.0}. */
  public static String of(long millis) {
    Duration time = Duration.ofMillis(millis);
    String seconds =
        String.format(Locale.ROOT, "%02d.%d", time.toSecondsPart(), time.toMillisPart() / 100);
    return time.toHours() == 0
        ? time.toMinutesPart() + ":" + seconds
        : String.format(Locale.ROOT, "%d:%02d:%s", time.toHours(), time.toMinutesPart(), seconds);
  }
}
