package io.haidang.summarization.voice;

import io.haidang.translation.document.subtitle.CueTime;
import io.haidang.translation.document.subtitle.TimedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time of a line.
 *
 * @param time from the first word to the last one of the original; null where there is none
 * @param available milliseconds from its beginning until the next line has to begin; 0 where there
 *     is no time
 */
public record VoiceSlot(@Nullable CueTime time, long available) {

  /** No time was given. */
  public static final VoiceSlot UNTIMED = new VoiceSlot(null, 0);

  /** To draw breath before the next line. */
  private static final long BREATH_MILLIS = 250;

  /** A slot for each piece, in their order; the last one ends with its piece. */
  public static List<VoiceSlot> of(List<TimedText> pieces) {
    List<VoiceSlot> slots = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      CueTime time = pieces.get(i).time();
      long end = time.end();
      if (i + 1 < pieces.size()) {
        end = Math.max(end, pieces.get(i + 1).time().start() - BREATH_MILLIS);
      }
      slots.add(new VoiceSlot(time, end - time.start()));
    }
    return slots;
  }

  boolean isTimed() {
    return time != null;
  }
}
