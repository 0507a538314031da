package io.haidang.translation.document.xml;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.inplace.Damage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML into elements that know their place, which the parsers of the platform do not say. It
 * has no entities but the five of XML, and fetches nothing: a document type with declarations of
 * its own is refused.
 *
 * <p><b>Blocking:</b> no I/O.
 */
public final class XmlReader {

  /** Deepest nesting of elements. */
  static final int DEEPEST = 100;

  private static final Pattern NAME = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}\\p{M}_:.-]{0,200}");
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([^\"']*)[\"'][^>]*>");
  private static final Set<String> ENCODINGS =
      Set.of("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii");

  private final String text;
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private @Nullable XmlElement root;
  private int at;

  private XmlReader(String text) {
    this.text = text;
  }

  /**
   * The root of a document.
   *
   * @throws DocumentException when it is not well-formed, declares entities, or nests deeper than
   *     100 elements
   */
  public static XmlElement read(String text) {
    XmlReader reader = new XmlReader(text);
    reader.checkEncoding();
    while (reader.at < text.length()) {
      reader.next();
    }
    return reader.finish();
  }

  private void checkEncoding() {
    Matcher declared = ENCODING.matcher(text).region(0, Math.min(text.length(), 200));
    if (declared.lookingAt() && !ENCODINGS.contains(declared.group(1).toLowerCase(Locale.ROOT))) {
      throw new DocumentException(
          Reason.NOT_TEXT, "document.encoding: another one declared (expected: UTF-8)");
    }
  }

  private XmlElement finish() {
    if (!open.isEmpty()) {
      throw damage("an element that is never closed", "its end tag");
    }
    if (root == null) {
      throw damage("no element", "one element around all");
    }
    return root;
  }

  private void next() {
    if (text.charAt(at) != '<') {
      text();
    } else if (text.startsWith("<!--", at)) {
      other("-->");
    } else if (text.startsWith("<![CDATA[", at)) {
      cdata();
    } else if (text.startsWith("<?", at)) {
      other("?>");
    } else if (text.startsWith("<!", at)) {
      documentType();
    } else if (text.startsWith("</", at)) {
      endTag();
    } else {
      startTag();
    }
  }

  private void text() {
    int end = text.indexOf('<', at);
    end = end < 0 ? text.length() : end;
    if (!open.isEmpty()) {
      open.element().add(new XmlText(at, end, unescape(at, end)));
    } else if (!text.substring(at, end).isBlank()) {
      throw damage("text outside of the element", "nothing there");
    }
    at = end;
  }

  private void other(String closing) {
    int end = endOf(closing);
    if (!open.isEmpty()) {
      open.element().add(new XmlOther(at, end));
    }
    at = end;
  }

  private int endOf(String closing) {
    int end = text.indexOf(closing, at);
    if (end < 0) {
      throw damage("something that is never closed", closing);
    }
    return end + closing.length();
  }

  private void cdata() {
    int end = endOf("]]>");
    if (open.isEmpty()) {
      throw damage("text outside of the element", "nothing there");
    }
    String value = text.substring(at + "<![CDATA[".length(), end - "]]>".length());
    open.element().add(new XmlText(at, end, value));
    at = end;
  }

  private void documentType() {
    int end = endOf(">");
    if (!text.startsWith("<!DOCTYPE", at) || root != null) {
      throw damage("a declaration", "elements, text and comments");
    }
    if (text.substring(at, end).indexOf('[') >= 0) {
      throw new DocumentException(
          Reason.UNSAFE,
          "document.doctype: declarations of its own (expected: a document without entities)");
    }
    at = end;
  }

  private void endTag() {
    String name = name(at + 2);
    int end = space(at + 2 + name.length());
    if (open.isEmpty() || !open.element().name().equals(name)) {
      throw damage("an end tag without its start tag", "tags in pairs");
    }
    if (end >= text.length() || text.charAt(end) != '>') {
      throw damage("an end tag that is never closed", ">");
    }
    open.pop().close(at, end + 1);
    at = end + 1;
  }

  private void startTag() {
    int start = at;
    String name = name(at + 1);
    at += 1 + name.length();
    List<XmlAttribute> attributes = attributes();
    boolean oneTag = text.startsWith("/>", at);
    if (!oneTag && (at >= text.length() || text.charAt(at) != '>')) {
      throw damage("a tag that is not closed", ">");
    }
    at += oneTag ? 2 : 1;
    XmlElement element = new XmlElement(name, start, at, attributes);
    if (!open.isEmpty()) {
      open.element().add(element);
    } else if (root == null) {
      root = element;
    } else {
      throw damage("a second element", "one element around all");
    }
    if (!oneTag) {
      open.push(element);
      if (open.size() > DEEPEST) {
        throw Damage.tooDeep(text, start, DEEPEST);
      }
    }
  }

  private List<XmlAttribute> attributes() {
    List<XmlAttribute> attributes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int next = space(at);
    while (next < text.length() && text.charAt(next) != '>' && text.charAt(next) != '/') {
      if (next == at) {
        throw damage("attributes without a space between", "a space");
      }
      XmlAttribute attribute = attribute(next);
      if (!names.add(attribute.name())) {
        throw damage("an attribute twice", "each once");
      }
      attributes.add(attribute);
      at = attribute.end();
      next = space(at);
    }
    at = next;
    return attributes;
  }

  private XmlAttribute attribute(int start) {
    String name = name(start);
    int equals = space(start + name.length());
    int quote = space(equals + 1);
    boolean isThere =
        quote < text.length()
            && text.charAt(equals) == '='
            && "\"'".indexOf(text.charAt(quote)) >= 0;
    int end = isThere ? text.indexOf(text.charAt(quote), quote + 1) : -1;
    if (end < 0 || text.substring(quote, end).indexOf('<') >= 0) {
      throw damage("an attribute without its value", "a value in quotes");
    }
    return new XmlAttribute(name, start, quote + 1, end, unescape(quote + 1, end));
  }

  private String name(int start) {
    Matcher name = NAME.matcher(text).region(start, text.length());
    if (!name.lookingAt()) {
      throw damage("no name", "the name of an element or attribute");
    }
    return name.group();
  }

  private int space(int start) {
    int next = start;
    while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }

  private String unescape(int start, int end) {
    String raw = text.substring(start, end);
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder(raw.length());
    int from = 0;
    for (int mark = raw.indexOf('&'); mark >= 0; mark = raw.indexOf('&', from)) {
      plain.append(raw, from, mark);
      int semicolon = raw.indexOf(';', mark);
      if (semicolon < 0 || semicolon - mark > 12) {
        throw Damage.at(text, start + mark, "a lone &", "&amp;");
      }
      plain.appendCodePoint(reference(raw.substring(mark + 1, semicolon), start + mark));
      from = semicolon + 1;
    }
    return plain.append(raw, from, raw.length()).toString();
  }

  private int reference(String name, int place) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> number(name, place);
    };
  }

  private int number(String name, int place) {
    boolean hex = name.matches("#x[0-9a-fA-F]{1,6}");
    if (hex || name.matches("#[0-9]{1,7}")) {
      int number =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      if (isCharacter(number)) {
        return number;
      }
    }
    throw Damage.at(text, place, "an unknown entity", "a character, or one of the five of XML");
  }

  private static boolean isCharacter(int number) {
    return number == '\t'
        || number == '\n'
        || number == '\r'
        || (number >= ' ' && number < 0xD800)
        || (number > 0xDFFF && number < 0xFFFE)
        || (number > 0xFFFF && number <= Character.MAX_CODE_POINT);
  }

  private DocumentException damage(String found, String expected) {
    return Damage.at(text, at, found, expected);
  }

  /** Words as character data; characters that XML cannot hold are left out. */
  public static String escape(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 16);
    words
        .codePoints()
        .filter(XmlReader::isCharacter)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
