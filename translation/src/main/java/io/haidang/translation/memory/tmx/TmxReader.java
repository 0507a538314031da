package io.haidang.translation.memory.tmx;

import io.haidang.models.LanguagePair;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads TMX 1.1 to 1.4b, a unit at a time, so that memory use does not grow with the file. No
 * document type is read, no entity replaced, nothing fetched. Not thread-safe; used once.
 */
public final class TmxReader {

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final XMLStreamReader xml;
  private final @Nullable LanguagePair wanted;
  private final TmxListener listener;
  private String sourceLanguage = "";

  private TmxReader(XMLStreamReader xml, @Nullable LanguagePair wanted, TmxListener listener) {
    this.xml = xml;
    this.wanted = wanted;
    this.listener = listener;
  }

  /**
   * Reads a file to its end. What was told before a failure stays told.
   *
   * @param wanted the direction to take, whatever the file calls its source; null for that of the
   *     file, from its source language into every other one
   * @throws TmxException when it is not TMX or not well-formed
   */
  public static void read(InputStream file, @Nullable LanguagePair wanted, TmxListener listener) {
    XMLStreamReader xml = null;
    try {
      xml = factory().createXMLStreamReader(file);
      new TmxReader(xml, wanted, listener).readAll();
      xml.close();
    } catch (XMLStreamException e) {
      throw new TmxException("tmx: not well-formed at " + place(xml) + " (expected: TMX 1.4b)");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLReporter((message, type, related, where) -> {});
    return factory;
  }

  private static String place(@Nullable XMLStreamReader xml) {
    return xml == null
        ? "its beginning"
        : "line "
            + xml.getLocation().getLineNumber()
            + ", column "
            + xml.getLocation().getColumnNumber();
  }

  private void readAll() throws XMLStreamException {
    boolean isTmx = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      if (!isTmx && !name.equals("tmx")) {
        throw new TmxException("tmx: begins with another element (expected: <tmx>)");
      }
      isTmx = true;
      if (name.equals("header")) {
        sourceLanguage = attribute("srclang");
      } else if (name.equals("tu")) {
        int line = xml.getLocation().getLineNumber();
        String own = attribute("srclang");
        TmxTu unit = TmxTu.read(xml);
        unit.tell(own.isEmpty() ? sourceLanguage : own, wanted, listener, line);
      }
    }
    if (!isTmx) {
      throw new TmxException("tmx: empty (expected: <tmx>)");
    }
  }

  private String attribute(String name) {
    return attribute(xml, name);
  }

  static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** Of a variant; TMX 1.1 wrote it without the prefix. */
  static String language(XMLStreamReader xml) {
    String value = xml.getAttributeValue(XML, "lang");
    return (value == null ? attribute(xml, "lang") : value.strip()).toLowerCase(Locale.ROOT);
  }
}
