package io.haidang.gateway.web.quality;

import io.haidang.gateway.events.Event;
import io.haidang.gateway.web.kit.Texts;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the record of a decision says beside its comment, in words. */
public final class DecisionNote {

  private DecisionNote() {}

  /** What was said with a decision; where nothing was, what it was about. */
  public static String said(Event event, Texts texts) {
    Object comment = event.data().get("comment");
    return comment == null ? of(event, texts) : comment.toString();
  }

  /** How much the approver changed, or which segments are to be changed; empty for others. */
  public static String of(Event event, Texts texts) {
    if (event.data().get("editedSegments") instanceof Number segments && segments.intValue() > 0) {
      double words = number(event, "words");
      double share = words == 0 ? 0 : number(event, "editedWords") / words;
      return texts.get("event.approver-edits", percent(share, texts), segments.intValue());
    }
    return event.data().get("segments") instanceof List<?> marked
        ? texts.get("event.marked", numbers(marked))
        : "";
  }

  /** Segments count from 0 in the log and from 1 for people. */
  private static String numbers(List<?> marked) {
    return marked.stream()
        .map(mark -> ((Map<?, ?>) mark).get("index"))
        .map(index -> String.valueOf(((Number) index).intValue() + 1))
        .collect(Collectors.joining(", "));
  }

  private static double number(Event event, String name) {
    return event.data().get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  private static String percent(double share, Texts texts) {
    return NumberFormat.getPercentInstance(Locale.forLanguageTag(texts.tag())).format(share);
  }
}
