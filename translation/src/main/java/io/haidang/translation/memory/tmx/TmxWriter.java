package io.haidang.translation.memory.tmx;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.memory.MemoryEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes TMX 1.4b, an entry at a time. Inline codes become {@code bpt}, {@code ept} and {@code ph};
 * neighbours are the properties {@code prev} and {@code next}, as OmegaT has them. Not thread-safe.
 */
public final class TmxWriter implements AutoCloseable {

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;

  /**
   * Begins a file.
   *
   * @param out stays open; UTF-8
   */
  public TmxWriter(OutputStream out) throws IOException {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      writeHead();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private static IOException failure(XMLStreamException cause) {
    return new IOException("tmx: cannot be written", cause);
  }

  private void writeHead() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    xml.writeStartElement("tmx");
    xml.writeAttribute("version", "1.4");
    newLine();
    xml.writeEmptyElement("header");
    xml.writeAttribute("creationtool", "Hai Dang");
    xml.writeAttribute("creationtoolversion", "1");
    xml.writeAttribute("segtype", "sentence");
    xml.writeAttribute("o-tmf", "Hai Dang");
    xml.writeAttribute("adminlang", "en");
    xml.writeAttribute("srclang", "*all*");
    xml.writeAttribute("datatype", "plaintext");
    newLine();
    xml.writeStartElement("body");
    newLine();
  }

  /** Adds an entry; control characters, which XML cannot hold, are left out. */
  public void write(MemoryEntry entry) throws IOException {
    try {
      xml.writeStartElement("tu");
      xml.writeAttribute("tuid", Long.toString(entry.id()));
      xml.writeAttribute("srclang", entry.pair().source().toLanguageTag());
      xml.writeAttribute("changedate", date(entry.origin().at()));
      if (!entry.origin().person().isEmpty()) {
        xml.writeAttribute("changeid", plain(entry.origin().person()));
      }
      newLine();
      property("prev", entry.before());
      property("next", entry.after());
      property("x-domain", entry.domain().isEmpty() ? null : entry.domain());
      property("x-label", entry.label());
      property("x-origin", entry.origin().kind().name().toLowerCase(Locale.ROOT));
      property("x-document", entry.origin().document());
      variant(entry.pair().source(), entry.source());
      variant(entry.pair().target(), entry.target());
      xml.writeEndElement();
      newLine();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private static String date(Instant at) {
    return DATE.format(at);
  }

  private void property(String type, @Nullable String value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement("prop");
      xml.writeAttribute("type", type);
      xml.writeCharacters(plain(value));
      xml.writeEndElement();
      newLine();
    }
  }

  private void variant(Locale language, String segment) throws XMLStreamException {
    xml.writeStartElement("tuv");
    xml.writeAttribute("xml", XML, "lang", language.toLanguageTag());
    xml.writeStartElement("seg");
    CodedText text = CodedText.parse(segment);
    int written = 0;
    for (Code code : text.codes()) {
      xml.writeCharacters(plain(text.plain().substring(written, code.offset())));
      write(code);
      written = code.offset();
    }
    xml.writeCharacters(plain(text.plain().substring(written)));
    xml.writeEndElement();
    xml.writeEndElement();
    newLine();
  }

  private void write(Code code) throws XMLStreamException {
    String number = Integer.toString(code.id());
    switch (code.kind()) {
      case OPEN -> {
        xml.writeEmptyElement("bpt");
        xml.writeAttribute("i", number);
        xml.writeAttribute("x", number);
      }
      case CLOSE -> {
        xml.writeEmptyElement("ept");
        xml.writeAttribute("i", number);
      }
      case ALONE -> {
        xml.writeEmptyElement("ph");
        xml.writeAttribute("x", number);
      }
    }
  }

  private static String plain(String value) {
    return value.replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\uFFFE\uFFFF]|\\p{Cs}", "");
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }
}
