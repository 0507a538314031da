package io.haidang.glossary.io;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a TBX file of any of the three forms and hands its content to a {@link TbxEntries}.
 * Document type definitions are not read, and entities other than those of XML are refused. Not
 * thread-safe.
 */
final class TbxReader {

  private static final int DEEPEST = 64;

  private final LimitedInputStream bytes;
  private final XMLStreamReader xml;
  private final ImportOptions options;
  private final TbxEntries entries;
  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** Depth of the element whose text is being read; 0 outside of one. */
  private int textDepth;

  private TbxReader(InputStream in, ImportOptions options) throws XMLStreamException {
    this.options = options;
    this.bytes = new LimitedInputStream(in, options.limits().bytes());
    this.xml = SafeXml.factory().createXMLStreamReader(bytes);
    this.entries = new TbxEntries(new ImportCollector(options), options.limits().columns());
  }

  static ImportResult read(InputStream in, ImportOptions options) throws IOException {
    @Nullable TbxReader reader = null;
    try {
      reader = new TbxReader(in, options);
      return reader.read();
    } catch (XMLStreamException e) {
      throw wrongXml(e, reader);
    }
  }

  private ImportResult read() throws XMLStreamException {
    while (xml.hasNext() && !entries.isFull()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append();
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw wrong("entity: &" + FieldException.shown(xml.getLocalName()) + ";", "none");
        default -> {
          // Comments, instructions, white space and the document type mean nothing here.
        }
      }
    }
    return entries.finish(bytes.count());
  }

  private void start() {
    depth++;
    if (depth > DEEPEST) {
      throw wrong("depth: over " + DEEPEST, "at most that");
    }
    String name = xml.getLocalName();
    Location place = xml.getLocation();
    if (depth == 1) {
      requireTbx(name);
    } else if (TbxNames.CONCEPT.contains(name)) {
      entries.startConcept(id(), place, bytes.count());
    } else if (TbxNames.LANGUAGE.contains(name)) {
      entries.startLanguage(language(), place);
    } else if (TbxNames.TERM.contains(name)) {
      entries.startTerm(place);
    } else if (textDepth == 0 && holdsText(name)) {
      text.setLength(0);
      textDepth = depth;
      entries.startText(category(name), place);
    }
  }

  private void requireTbx(String name) {
    boolean isOld = name.equals("martif");
    if (!isOld && !name.equals("tbx")) {
      throw wrong("root: " + FieldException.shown(name), "tbx or martif");
    }
    String namespace = xml.getNamespaceURI();
    if (!isOld && !TbxNames.NAMESPACE.equals(namespace)) {
      String found = namespace == null ? "(none)" : FieldException.shown(namespace);
      throw wrong("namespace: " + found, TbxNames.NAMESPACE);
    }
  }

  private boolean holdsText(String name) {
    return entries.isInConcept() && (!TbxNames.GROUPS.contains(name) || type() != null);
  }

  private String category(String name) {
    String type = type();
    return TbxNames.category(TbxNames.TYPED.contains(name) && type != null ? type : name);
  }

  private @Nullable String type() {
    return xml.getAttributeValue(null, "type");
  }

  private String id() {
    String id = xml.getAttributeValue(null, "id");
    return id == null ? "" : id.strip();
  }

  private String language() {
    String tag = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
    String plain = tag == null ? xml.getAttributeValue(null, "lang") : tag;
    return plain == null ? "" : plain;
  }

  private void end() {
    String name = xml.getLocalName();
    if (textDepth == depth) {
      textDepth = 0;
      entries.endText(text.toString().strip());
    } else if (textDepth == 0) {
      if (TbxNames.CONCEPT.contains(name)) {
        entries.endConcept();
      } else if (TbxNames.LANGUAGE.contains(name)) {
        entries.endLanguage();
      } else if (TbxNames.TERM.contains(name)) {
        entries.endTerm();
      }
    }
    depth--;
  }

  private void append() {
    if (textDepth == 0) {
      return;
    }
    if (text.length() + xml.getTextLength() > options.limits().characters()) {
      throw wrong("text: over " + options.limits().characters() + " characters", "at most that");
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private GlossaryFormatException wrong(String what, String expected) {
    return wrong(xml.getLocation(), what, expected);
  }

  private static GlossaryFormatException wrong(Location place, String what, String expected) {
    return new GlossaryFormatException(
        Math.max(1, place.getLineNumber()),
        Math.max(1, place.getColumnNumber()),
        what + " (expected: " + expected + ")");
  }

  /** The parser's own message may quote the text, so it is not passed on. */
  private static GlossaryFormatException wrongXml(
      XMLStreamException e, @Nullable TbxReader reader) {
    Location place = e.getLocation();
    if (place == null && reader != null) {
      place = reader.xml.getLocation();
    }
    boolean isTooLarge = reader != null && reader.bytes.isExceeded();
    String message =
        isTooLarge
            ? "size: over the limit (expected: a smaller file)"
            : "not well-formed XML (expected: elements in pairs, UTF-8 or UTF-16)";
    return place == null
        ? new GlossaryFormatException(1, 1, message)
        : new GlossaryFormatException(
            Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()), message);
  }
}
