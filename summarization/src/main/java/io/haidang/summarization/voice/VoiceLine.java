package io.haidang.summarization.voice;

import io.haidang.translation.document.subtitle.CueTime;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Words to be spoken in one go.
 *
 * @param number from 1
 * @param slot when they are spoken
 * @param text as it is written
 * @param spoken as it is said, as far as that is certain
 * @param needed milliseconds that it takes; empty in a language whose speed is not known
 */
public record VoiceLine(
    int number, VoiceSlot slot, String text, String spoken, OptionalLong needed) {

  /** Speakers manage a fifth more than their usual speed before it is heard. */
  private static final double HURRY = 1.2;

  /** A line with its estimate. */
  public static VoiceLine of(int number, VoiceSlot slot, String text, Locale language) {
    String spoken = SpokenWords.of(text, language);
    return new VoiceLine(number, slot, text, spoken, SpeakingTime.millis(spoken, language));
  }

  /** Whether words fit into their time. */
  public enum Fit {
    /** No time was given, or nobody knows how long they take. */
    UNKNOWN,
    FITS,
    /** They have to be spoken faster than usual. */
    FAST,
    /** They cannot be spoken in that time. */
    TOO_LONG
  }

  /**
   * When it is spoken, how long it takes, and how long it may, such as {@code 0:04.2 – 0:09.0, 5.3
   * s / 4.8 s}; what is not known is left out.
   */
  public String timing() {
    CueTime time = slot.time();
    String takes = needed.isPresent() ? seconds(needed.getAsLong()) : "";
    if (time == null) {
      return takes;
    }
    String when = clock(time.start()) + " – " + clock(time.end());
    return takes.isEmpty() ? when : when + ", " + takes + " / " + seconds(slot.available());
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  private static String clock(long millis) {
    long tenths = millis / 100;
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }

  /** The most milliseconds that words may take in the slot, spoken faster than usual. */
  public long longest() {
    return (long) (slot.available() * HURRY);
  }

  /** Whether the words fit into the slot. */
  public Fit fit() {
    if (!slot.isTimed() || needed.isEmpty()) {
      return Fit.UNKNOWN;
    }
    double share = needed.getAsLong() / (double) Math.max(1, slot.available());
    return share <= 1 ? Fit.FITS : share <= HURRY ? Fit.FAST : Fit.TOO_LONG;
  }
}
