package io.haidang.translation.document;

import io.haidang.glossary.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment read as plain text with inline codes at offsets.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class CodedText {

  private static final Pattern CODE = Pattern.compile("‹(/?)([1-9]\\d{0,4})(/?)›");

  /** What a code does. */
  public enum Kind {
    /** Begins a marked range, {@code ‹1›}. */
    OPEN,
    /** Ends it, {@code ‹/1›}. */
    CLOSE,
    /** Stands for something without text, {@code ‹1/›}. */
    ALONE
  }

  /**
   * One inline code.
   *
   * @param offset into the plain text, where the code stands
   */
  public record Code(Kind kind, int id, int offset) {

    /** As written in a segment. */
    public String text() {
      return switch (kind) {
        case OPEN -> "‹" + id + "›";
        case CLOSE -> "‹/" + id + "›";
        case ALONE -> "‹" + id + "/›";
      };
    }

    /** The same code at another offset. */
    public Code at(int newOffset) {
      return new Code(kind, id, newOffset);
    }
  }

  private final String plain;
  private final List<Code> codes;
  private final int[] origins;

  private CodedText(String plain, List<Code> codes, int[] origins) {
    this.plain = plain;
    this.codes = List.copyOf(codes);
    this.origins = origins;
  }

  /** Reads a segment; what looks like a code with both slashes is text. */
  public static CodedText parse(String coded) {
    StringBuilder plain = new StringBuilder(coded.length());
    int[] origins = new int[coded.length() + 1];
    List<Code> codes = new ArrayList<>();
    Matcher matcher = CODE.matcher(coded);
    int copied = 0;
    while (matcher.find()) {
      boolean close = !matcher.group(1).isEmpty();
      boolean alone = !matcher.group(3).isEmpty();
      if (close && alone) {
        continue;
      }
      copy(coded, copied, matcher.start(), plain, origins);
      Kind kind = alone ? Kind.ALONE : close ? Kind.CLOSE : Kind.OPEN;
      codes.add(new Code(kind, Integer.parseInt(matcher.group(2)), plain.length()));
      copied = matcher.end();
    }
    copy(coded, copied, coded.length(), plain, origins);
    origins[plain.length()] = coded.length();
    return new CodedText(plain.toString(), codes, Arrays.copyOf(origins, plain.length() + 1));
  }

  private static void copy(String from, int start, int end, StringBuilder to, int[] origins) {
    for (int i = start; i < end; i++) {
      origins[to.length()] = i;
      to.append(from.charAt(i));
    }
  }

  /** Writes {@code codes}, ordered by offset, into {@code plain}. */
  public static String write(String plain, List<Code> codes) {
    StringBuilder coded = new StringBuilder(plain.length() + 4 * codes.size());
    int written = 0;
    for (Code code : codes) {
      coded.append(plain, written, code.offset()).append(code.text());
      written = code.offset();
    }
    return coded.append(plain, written, plain.length()).toString();
  }

  /** Without codes. */
  public String plain() {
    return plain;
  }

  /** In reading order. */
  public List<Code> codes() {
    return codes;
  }

  /** Where a range of the plain text lies in the segment with codes. */
  public TextSpan coded(TextSpan span) {
    if (span.length() == 0) {
      return new TextSpan(origins[span.start()], origins[span.start()]);
    }
    return new TextSpan(origins[span.start()], origins[span.end() - 1] + 1);
  }
}
