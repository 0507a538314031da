package io.haidang.translation.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.document.DocumentException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * A document that is text, and the bytes that it came in: UTF-8, or UTF-16 behind a byte order
 * mark. What is written back has the same encoding, with the mark if there was one.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class TextFile {

  /** Longest text, in UTF-16 units. */
  public static final int MAX_LENGTH = 1_000_000;

  private static final char MARK = '\uFEFF';

  private final String text;
  private final Charset encoding;
  private final boolean marked;

  private TextFile(String text, Charset encoding, boolean marked) {
    this.text = text;
    this.encoding = encoding;
    this.marked = marked;
  }

  /**
   * Reads text strictly.
   *
   * @throws DocumentException when the bytes are in no known encoding, hold control characters
   *     other than tabs and line ends, are longer than {@link #MAX_LENGTH}, or blank
   */
  public static TextFile decode(byte[] content) {
    Charset encoding = encoding(content);
    String text = decode(content, encoding);
    boolean marked = isMarked(text);
    TextFile file = new TextFile(marked ? text.substring(1) : text, encoding, marked);
    check(file.text);
    return file;
  }

  /**
   * A text that is in memory already; written as UTF-8.
   *
   * @throws DocumentException as {@link #decode}
   */
  public static TextFile of(String text) {
    check(text);
    return new TextFile(text, UTF_8, false);
  }

  /** UTF-8 without a byte order mark; control characters other than U+0000 may stand in it. */
  static String utf8(byte[] content) {
    String text = decode(content, UTF_8);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw notText(nul, "U+0000");
    }
    return isMarked(text) ? text.substring(1) : text;
  }

  private static boolean isMarked(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK;
  }

  private static String decode(byte[] content, Charset encoding) {
    try {
      return encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new DocumentException(
          Reason.NOT_TEXT, "document.encoding: not " + encoding + " (expected: text in UTF-8)");
    }
  }

  private static Charset encoding(byte[] content) {
    if (content.length >= 2) {
      int mark = (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
      if (mark == 0xFEFF) {
        return UTF_16BE;
      }
      if (mark == 0xFFFE) {
        return UTF_16LE;
      }
    }
    return UTF_8;
  }

  static void check(String content) {
    if (content.length() > MAX_LENGTH) {
      throw new DocumentException(
          Reason.TOO_LARGE,
          "document.length: " + content.length() + " (expected: at most " + MAX_LENGTH + ")");
    }
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean lineControl = c == '\t' || c == '\n' || c == '\r';
      if ((c < ' ' && !lineControl) || c == 0x7F || isLoneSurrogate(content, i)) {
        throw notText(i, String.format("U+%04X", (int) c));
      }
    }
    if (content.isBlank()) {
      throw new DocumentException(
          Reason.EMPTY, "document.text: (blank) (expected: something to translate)");
    }
  }

  /** Without a byte order mark. */
  public String text() {
    return text;
  }

  /** Other text in the encoding of this file. */
  public byte[] encode(String other) {
    return (marked ? MARK + other : other).getBytes(encoding);
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static DocumentException notText(int offset, String what) {
    return new DocumentException(
        Reason.NOT_TEXT,
        "document.character: " + what + " at " + offset + " (expected: text, tabs, line ends)");
  }
}
