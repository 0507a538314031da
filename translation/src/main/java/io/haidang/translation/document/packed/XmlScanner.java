package io.haidang.translation.document.packed;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML token by token, as ranges of its source. Elements and attributes are named by a prefix
 * that the caller chose for their namespace, whatever prefix the document uses.
 *
 * <p>Checks what a range can be trusted for: tags match, attributes are well-formed. It expands no
 * entity and knows no document type.
 *
 * <p><b>Thread-safety:</b> not thread-safe.
 */
public final class XmlScanner {

  /** What stands at the present place. */
  public enum Token {
    /** A start tag, or that of an element without content; see {@link #isEmptyElement}. */
    START,
    /** An end tag; an element without content has none. */
    END,
    /** Characters and references, or a section of character data. */
    TEXT,
    /** A comment, a processing instruction, or the declaration. */
    OTHER,
    /** After the last token. */
    DONE
  }

  private static final int MAX_DEPTH = 256;
  private static final String CDATA = "<![CDATA[";

  private final String part;
  private final String source;
  private final Deque<Open> open = new ArrayDeque<>();
  private final XmlTag tag;
  private XmlNames names;
  private XmlNames namesBehind;
  private Token token = Token.OTHER;
  private int start;
  private int end;
  private String name = "";

  /** An element that has begun. */
  private record Open(String rawName, String name, XmlNames outer) {}

  /**
   * Begins before the first token.
   *
   * @param prefixes by namespace; names of other namespaces have the prefix {@code ?}
   */
  public XmlScanner(XmlPart part, Map<String, String> prefixes) {
    this.part = part.name();
    this.source = part.text();
    this.tag = new XmlTag(source);
    this.names = XmlNames.of(prefixes);
    this.namesBehind = names;
    this.end = source.startsWith("\uFEFF") ? 1 : 0;
  }

  /**
   * Goes on.
   *
   * @throws DocumentException when the XML is broken or nested deeper than 256 elements
   */
  public Token next() {
    start = end;
    names = namesBehind;
    if (start == source.length()) {
      if (!open.isEmpty()) {
        throw damaged("breaks off", "every element ended");
      }
      token = Token.DONE;
    } else if (source.charAt(start) != '<') {
      int lt = source.indexOf('<', start);
      end = lt < 0 ? source.length() : lt;
      token = Token.TEXT;
    } else {
      token = markup();
    }
    return token;
  }

  private Token markup() {
    return switch (start + 1 < source.length() ? source.charAt(start + 1) : '<') {
      case '/' -> endTag();
      case '?' -> until("?>", 2, Token.OTHER);
      case '!' ->
          source.startsWith(CDATA, start) ? until("]]>", CDATA.length(), Token.TEXT) : comment();
      default -> startTag();
    };
  }

  private Token comment() {
    if (!source.startsWith("<!--", start)) {
      throw new DocumentException(
          Reason.UNSAFE,
          XmlPart.shown(part) + ": declares a document type (expected: none, nor entities)");
    }
    return until("-->", 4, Token.OTHER);
  }

  private Token until(String closing, int after, Token found) {
    int at = source.indexOf(closing, start + after);
    if (at < 0) {
      throw damaged("breaks off", closing);
    }
    end = at + closing.length();
    return found;
  }

  private Token startTag() {
    if (!tag.read(start)) {
      throw damaged("broken tag", "a name, and attributes in quotes");
    }
    end = tag.end();
    XmlNames outer = names;
    names = names.with(tag);
    name = names.element(tag.name());
    if (tag.isEmpty()) {
      return Token.START; // What it declares ends with it.
    }
    namesBehind = names;
    if (open.size() == MAX_DEPTH) {
      throw new DocumentException(
          Reason.TOO_DEEP,
          XmlPart.shown(part) + ": too deep (expected: at most " + MAX_DEPTH + " levels)");
    }
    open.push(new Open(tag.name(), name, outer));
    return Token.START;
  }

  private Token endTag() {
    int gt = source.indexOf('>', start);
    Open opened = open.poll();
    if (gt < 0 || opened == null || !isEndOf(opened, gt)) {
      throw damaged("end tag without its start", "every element ended once");
    }
    end = gt + 1;
    name = opened.name;
    namesBehind = opened.outer;
    return Token.END;
  }

  private boolean isEndOf(Open opened, int gt) {
    int nameEnd = start + 2 + opened.rawName.length();
    return source.startsWith(opened.rawName, start + 2)
        && nameEnd <= gt
        && source.substring(nameEnd, gt).isBlank();
  }

  private DocumentException damaged(String what, String expected) {
    return PackedFile.damaged(part, what + " at " + start + " (expected: " + expected + ")");
  }

  /** The present token. */
  public Token token() {
    return token;
  }

  /** Where the present token begins in the source. */
  public int start() {
    return start;
  }

  /** Where it ends. */
  public int end() {
    return end;
  }

  /** Of a start or end tag, such as {@code w:p}. */
  public String name() {
    return name;
  }

  /** Whether the present token begins an element of that name. */
  public boolean isStart(String wanted) {
    return token == Token.START && name.equals(wanted);
  }

  /** Whether the present start tag is its end as well. */
  public boolean isEmptyElement() {
    return token == Token.START && tag.isEmpty();
  }

  /** The value of an attribute of the present start tag, or null; such as {@code w:val}. */
  public @Nullable String attribute(String wanted) {
    int index = attributeIndex(wanted);
    return index < 0 ? null : XmlText.unescape(tag.value(index));
  }

  /** Where the value of an attribute stands; negative when there is none. */
  int attributeIndex(String wanted) {
    for (int i = 0; i < tag.attributes(); i++) {
      if (names.attribute(tag.attributeName(i)).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the value of an attribute of the present start tag stands, or null. */
  public @Nullable Slice value(String wanted) {
    int index = attributeIndex(wanted);
    return index < 0 ? null : new Slice(tag.valueStart(index), tag.valueEnd(index));
  }

  /** The characters of a text token, without references. */
  public String characters() {
    return source.startsWith(CDATA, start)
        ? source.substring(start + CDATA.length(), end - 3)
        : XmlText.unescape(source.substring(start, end));
  }

  /** The present token as it is written. */
  public String raw() {
    return source.substring(start, end);
  }

  /** A range of the source as it is written. */
  public String raw(int from, int to) {
    return source.substring(from, to);
  }

  /** Goes to the end of the element whose start tag is the present token. */
  public Slice skip() {
    int from = start;
    if (!tag.isEmpty()) {
      int depth = open.size() - 1;
      do {
        next();
      } while (open.size() > depth);
    }
    return new Slice(from, end);
  }

  /** The characters inside the element whose start tag is the present token; goes to its end. */
  public String content() {
    StringBuilder content = new StringBuilder();
    if (!tag.isEmpty()) {
      int depth = open.size() - 1;
      for (next(); open.size() > depth; next()) {
        if (token == Token.TEXT) {
          content.append(characters());
        }
      }
    }
    return content.toString();
  }

  /** The prefix of the present start tag as the document writes it, with its colon. */
  public String rawPrefix() {
    return tag.name().substring(0, tag.name().indexOf(':') + 1);
  }

  /** How many elements are open, that of the present start tag among them. */
  public int depth() {
    return open.size();
  }
}
