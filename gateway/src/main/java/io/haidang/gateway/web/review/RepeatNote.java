package io.haidang.gateway.web.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What there is to say of segments that say the same as this one.
 *
 * @param waiting how many others would take its text
 * @param carried how many have just taken it
 * @param undo what takes that back; empty for nothing
 */
record RepeatNote(int waiting, int carried, String undo) {

  static final RepeatNote NONE = new RepeatNote(0, 0, "");

  private static final Pattern CHANGES = Pattern.compile("(?:\\d{1,7}:\\d{1,7}(?:,|$)){1,200}");
  private static final Pattern CHANGE = Pattern.compile("(\\d+):(\\d+)");

  static RepeatNote waiting(int others) {
    return new RepeatNote(others, 0, "");
  }

  /** Segments with their new versions. */
  static RepeatNote carried(Map<Integer, Integer> versions) {
    String undo =
        versions.entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining(","));
    return new RepeatNote(0, versions.size(), undo);
  }

  /** Reads what {@link #undo} has written. */
  static Map<Integer, Integer> versions(String undo) {
    if (!CHANGES.matcher(undo).matches()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "changes: malformed (expected: as the form has them)");
    }
    Map<Integer, Integer> versions = new TreeMap<>();
    Matcher change = CHANGE.matcher(undo);
    while (change.find()) {
      versions.put(Integer.parseInt(change.group(1)), Integer.parseInt(change.group(2)));
    }
    return versions;
  }
}
