package io.haidang.gateway.web.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Segments and the versions of them that a page shows, in a field of its form. */
final class SegmentVersions {

  private static final Pattern ALL = Pattern.compile("(?:\\d{1,7}:\\d{1,7}(?:,|$)){1,200}");
  private static final Pattern ONE = Pattern.compile("(\\d+):(\\d+)");

  private SegmentVersions() {}

  /** At most 200, by index. */
  static String write(Map<Integer, Integer> versions) {
    return versions.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws GatewayException {@code invalid-request} for anything else
   */
  static Map<Integer, Integer> read(String text) {
    if (!ALL.matcher(text).matches()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "changes: malformed (expected: as the form has them)");
    }
    Map<Integer, Integer> versions = new TreeMap<>();
    Matcher found = ONE.matcher(text);
    while (found.find()) {
      versions.put(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }
    return versions;
  }
}
