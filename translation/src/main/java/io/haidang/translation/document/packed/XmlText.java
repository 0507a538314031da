package io.haidang.translation.document.packed;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;

/** Characters in XML, and back. */
public final class XmlText {

  private XmlText() {}

  /** For content; what XML cannot hold is left out. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> {
          if (isAllowed(text, i)) {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  /** For attributes in quotes of either kind. */
  public static String escapeAttribute(String text) {
    return escape(text).replace("\"", "&quot;").replace("'", "&apos;").replace("\n", "&#10;");
  }

  private static boolean isAllowed(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return (c >= ' ' || c == '\t' || c == '\n' || c == '\r') && c < '\uFFFE';
  }

  /**
   * Resolves references.
   *
   * @throws DocumentException when one is broken, or to an entity that XML does not know by itself
   */
  static String unescape(String raw) {
    int amp = raw.indexOf('&');
    if (amp < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int copied = 0;
    while (amp >= 0) {
      int semicolon = raw.indexOf(';', amp);
      if (semicolon < 0) {
        throw broken();
      }
      text.append(raw, copied, amp).append(resolve(raw.substring(amp + 1, semicolon)));
      copied = semicolon + 1;
      amp = raw.indexOf('&', copied);
    }
    return text.append(raw, copied, raw.length()).toString();
  }

  private static String resolve(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> Character.toString(character(name));
    };
  }

  private static int character(String name) {
    boolean hexadecimal = name.startsWith("#x");
    String digits = name.substring(Math.min(name.length(), hexadecimal ? 2 : 1));
    if (!name.startsWith("#") || !digits.matches("[0-9a-fA-F]{1,6}")) {
      throw broken();
    }
    try {
      int code = Integer.parseInt(digits, hexadecimal ? 16 : 10);
      if (Character.isValidCodePoint(code) && !(code >= 0xD800 && code <= 0xDFFF)) {
        return code;
      }
    } catch (NumberFormatException e) {
      // Letters among decimal digits.
    }
    throw broken();
  }

  private static DocumentException broken() {
    return new DocumentException(
        Reason.DAMAGED, "xml.reference: unknown (expected: such as &amp; or &#233;)");
  }
}
