package io.haidang.glossary.io;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a part of a workbook for cells beyond the last column and for document types. A
 * reader makes room for every cell up to the one that is named, so one far cell fills the memory.
 */
final class CellGuard {

  /** XFD is the last column that a workbook may have. */
  private static final int MOST_LETTERS = 3;

  private static final XMLInputFactory FACTORY = SafeXml.factory();

  private CellGuard() {}

  /** Reads the part as far as it is XML; other parts, such as pictures, are nobody's rows. */
  static void check(InputStream part) {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(part);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new GlossaryFormatException(1, "workbook: document type (expected: none)");
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
          check(xml.getAttributeValue(null, "r"));
        }
      }
    } catch (XMLStreamException e) {
      // Not XML; whoever needs it as XML will say so.
    }
  }

  private static void check(@Nullable String cell) {
    int letters = 0;
    while (cell != null && letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
      letters++;
    }
    if (letters > MOST_LETTERS) {
      throw new GlossaryFormatException(
          1, "cell: " + FieldException.shown(String.valueOf(cell)) + " (expected: A1 to XFD)");
    }
  }
}
