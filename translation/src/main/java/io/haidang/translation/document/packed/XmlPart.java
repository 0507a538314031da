package io.haidang.translation.document.packed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * A part of a package as text, with the way back to its bytes.
 *
 * @param name of the part
 * @param text with its byte order mark, if any
 */
public record XmlPart(String name, String text, Charset encoding) {

  private static final int LONGEST_NAME = 120;

  /** Decodes UTF-8, or UTF-16 behind a byte order mark, strictly. */
  static XmlPart decode(String name, byte[] content) {
    Charset encoding = encoding(content);
    try {
      return new XmlPart(
          name, encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString(), encoding);
    } catch (CharacterCodingException e) {
      throw PackedFile.damaged(name, "not " + encoding + " (expected: XML in UTF-8)");
    }
  }

  private static Charset encoding(byte[] content) {
    int mark = content.length < 2 ? 0 : (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
    return mark == 0xFEFF ? UTF_16BE : mark == 0xFFFE ? UTF_16LE : UTF_8;
  }

  /** Another text in place of this one. */
  public XmlPart with(String changed) {
    return new XmlPart(name, changed, encoding);
  }

  byte[] encode(CharSequence changed) {
    return changed.toString().getBytes(encoding);
  }

  /** The name of a part for a message; a name that a hostile file chose is cut. */
  static String shown(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_./\\[\\] -]", "?");
    return safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
  }
}
