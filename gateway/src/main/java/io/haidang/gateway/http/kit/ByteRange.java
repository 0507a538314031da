package io.haidang.gateway.http.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file a client gets (RFC 9110, section 14). A server may give less than was asked
 * for: who plays a film comes back for the rest.
 *
 * @param first from 0
 * @param length 0 when the file has nothing of what was asked for
 * @param size of the whole file
 */
public record ByteRange(long first, int length, long size) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads the header.
   *
   * @param most that an answer holds
   * @return null for no header, and for what a server may ignore: several ranges, another unit
   */
  public static @Nullable ByteRange of(String header, long size, int most) {
    Matcher range = ONE.matcher(header.strip());
    if (!range.matches() || header.strip().endsWith("=-")) {
      return null;
    }
    String from = range.group(1);
    String to = range.group(2);
    if (from.isEmpty()) {
      return last(Long.parseLong(to), size, most);
    }
    long first = Long.parseLong(from);
    long end = to.isEmpty() ? size : Math.min(size, Long.parseLong(to) + 1);
    if (!to.isEmpty() && Long.parseLong(to) < first) {
      return null; // Malformed, as the standard has it.
    }
    return new ByteRange(first, (int) Math.max(0, Math.min(most, end - first)), size);
  }

  private static ByteRange last(long wanted, long size, int most) {
    long first = Math.max(0, size - wanted);
    return new ByteRange(first, (int) Math.min(most, size - first), size);
  }

  boolean isSatisfiable() {
    return length > 0;
  }

  /** As the answer tells it. */
  String header() {
    return isSatisfiable()
        ? "bytes " + first + "-" + (first + length - 1) + "/" + size
        : "bytes */" + size;
  }
}
