package io.haidang.glossary.io;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** How the three forms of TBX name the same things. */
enum TbxDialect {
  DCA("conceptEntry", "langSec", "termSec") {
    @Override
    void startRoot(XMLStreamWriter xml, String language) throws XMLStreamException {
      startTbx(xml, language, "dca");
      xml.writeCharacters("\n");
      writeHeader(xml, "tbxHeader");
    }
  },
  DCT("conceptEntry", "langSec", "termSec") {
    @Override
    void startRoot(XMLStreamWriter xml, String language) throws XMLStreamException {
      startTbx(xml, language, "dct");
      xml.writeNamespace("min", TbxNames.MIN);
      xml.writeNamespace("basic", TbxNames.BASIC);
      xml.writeCharacters("\n");
      writeHeader(xml, "tbxHeader");
    }

    @Override
    void startCategory(XMLStreamWriter xml, String element, String category)
        throws XMLStreamException {
      boolean isMin = MIN_CATEGORIES.contains(category);
      xml.writeStartElement(
          isMin ? "min" : "basic", category, isMin ? TbxNames.MIN : TbxNames.BASIC);
    }
  },
  MARTIF("termEntry", "langSet", "tig") {
    @Override
    void startRoot(XMLStreamWriter xml, String language) throws XMLStreamException {
      xml.writeStartElement("martif");
      xml.writeAttribute("type", "TBX-Basic");
      xml.writeAttribute("xml", XML, "lang", language);
      xml.writeCharacters("\n");
      writeHeader(xml, "martifHeader");
    }
  };

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** What the module TBX-Min defines; the rest is of the module Basic. */
  private static final Set<String> MIN_CATEGORIES =
      Set.of("administrativeStatus", "subjectField", "partOfSpeech");

  private final String concept;
  private final String language;
  private final String term;

  TbxDialect(String concept, String language, String term) {
    this.concept = concept;
    this.language = language;
    this.term = term;
  }

  static TbxDialect of(GlossaryFormat format) {
    return switch (format) {
      case TBX_DCT -> DCT;
      case TBX_MARTIF -> MARTIF;
      default -> DCA;
    };
  }

  String concept() {
    return concept;
  }

  String language() {
    return language;
  }

  String term() {
    return term;
  }

  /** Writes the start of the root, and the header. */
  abstract void startRoot(XMLStreamWriter xml, String language) throws XMLStreamException;

  void startCategory(XMLStreamWriter xml, String element, String category)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("type", category);
  }

  private static void startTbx(XMLStreamWriter xml, String language, String style)
      throws XMLStreamException {
    xml.writeStartElement("tbx");
    xml.writeDefaultNamespace(TbxNames.NAMESPACE);
    xml.writeAttribute("type", "TBX-Basic");
    xml.writeAttribute("style", style);
    xml.writeAttribute("xml", XML, "lang", language);
  }

  private static void writeHeader(XMLStreamWriter xml, String element) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeStartElement("fileDesc");
    xml.writeStartElement("sourceDesc");
    xml.writeStartElement("p");
    xml.writeCharacters("Hải Đăng");
    for (int open = 0; open < 4; open++) {
      xml.writeEndElement();
    }
  }
}
