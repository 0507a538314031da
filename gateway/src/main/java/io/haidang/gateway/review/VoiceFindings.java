package io.haidang.gateway.review;

import io.haidang.summarization.voice.VoiceLine;
import io.haidang.summarization.voice.VoiceSlot;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Words that take longer than they have. Ids: {@code voice-fast}, a warning, and {@code
 * voice-too-long}, which blocks approval.
 */
public final class VoiceFindings {

  private static final String FAST = "voice-fast";
  private static final String TOO_LONG = "voice-too-long";

  private VoiceFindings() {}

  /** The findings of a text in its slot. */
  public static List<Finding> of(VoiceSlot slot, String text, Locale language) {
    VoiceLine line = VoiceLine.of(1, slot, text, language);
    return switch (line.fit()) {
      case FITS, UNKNOWN -> List.of();
      case FAST -> List.of(finding(FAST, Severity.WARNING, line));
      case TOO_LONG -> List.of(finding(TOO_LONG, Severity.ERROR, line));
    };
  }

  private static Finding finding(String id, Severity severity, VoiceLine line) {
    String seconds =
        String.format(
            Locale.ROOT,
            "%.1f / %.1f",
            line.needed().orElse(0) / 1000.0,
            line.slot().available() / 1000.0);
    return new Finding(id, severity, null, null, seconds, "");
  }

  /** Other findings, and those of a text in its slot. */
  public static List<Finding> with(
      List<Finding> others, VoiceSlot slot, String text, Locale language) {
    List<Finding> all = new ArrayList<>(of(slot, text, language));
    others.stream()
        .filter(found -> !found.check().equals(FAST) && !found.check().equals(TOO_LONG))
        .forEach(all::add);
    all.sort(Comparator.comparing(Finding::severity));
    return all;
  }
}
