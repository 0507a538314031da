package io.haidang.gateway.web.channel;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML into memory; the names are ours, every text and value is escaped. Not thread-safe. */
final class Xml {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  Xml() {
    try {
      writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Writes attributes and content of an element. */
  @FunctionalInterface
  interface Body {
    void write() throws XMLStreamException;
  }

  /** An element with content. */
  void element(String name, Body body) {
    try {
      writer.writeStartElement(name);
      body.write();
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** An element with text only. */
  void text(String name, String content) {
    element(name, () -> writer.writeCharacters(legal(content)));
  }

  /** An element with a text and attributes, as pairs of name and value. */
  void text(String name, String content, String... attributes) {
    element(
        name,
        () -> {
          attributes(attributes);
          writer.writeCharacters(legal(content));
        });
  }

  /** An element with attributes only. */
  void empty(String name, String... attributes) {
    try {
      writer.writeEmptyElement(name);
      attributes(attributes);
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Attributes of the element that was begun last, as pairs of name and value. */
  void attributes(String... pairs) throws XMLStreamException {
    for (int i = 0; i < pairs.length; i += 2) {
      writer.writeAttribute(pairs[i], legal(pairs[i + 1]));
    }
  }

  /** The whole document; nothing is written afterwards. */
  String finish() {
    try {
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return text.toString();
  }

  /** XML 1.0 has no way to write some characters, not even escaped (section 2.2). */
  static String legal(String content) {
    StringBuilder kept = new StringBuilder(content.length());
    content.codePoints().filter(Xml::isLegal).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("XML in memory can be written", e);
  }
}
