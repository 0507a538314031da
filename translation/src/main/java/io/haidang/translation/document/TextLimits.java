package io.haidang.translation.document;

import io.haidang.translation.document.DocumentException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What every document has to keep to; messages never quote the document. */
final class TextLimits {

  static final int MAX_LENGTH = 1_000_000;
  static final int MAX_DEPTH = 100;

  private TextLimits() {}

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
      throw empty();
    }
  }

  static String decode(byte[] utf8) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new DocumentException(
          Reason.NOT_TEXT, "document.encoding: not UTF-8 (expected: text in UTF-8)");
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw notText(nul, "U+0000");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static DocumentException empty() {
    return new DocumentException(
        Reason.EMPTY, "document.text: (blank) (expected: something to translate)");
  }

  static DocumentException tooDeep() {
    return new DocumentException(
        Reason.TOO_DEEP, "document.depth: too deep (expected: at most " + MAX_DEPTH + " levels)");
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
