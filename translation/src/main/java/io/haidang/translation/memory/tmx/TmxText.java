package io.haidang.translation.memory.tmx;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of an element while it is read; its inline elements become codes. */
final class TmxText {

  /** In UTF-16 units, as the desk's own segments. */
  private static final int LONGEST = 10_000;

  private final StringBuilder text = new StringBuilder();
  private boolean tooLong;

  private TmxText() {}

  /** Reads to the end of the element, without what is inside of other elements. */
  static String plain(XMLStreamReader xml) throws XMLStreamException {
    TmxText read = new TmxText();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (depth == 1 && isText(event)) {
        read.add(xml.getText());
      }
    }
    return read.text();
  }

  /** Reads a {@code seg} to its end: its text, with a code for each native code in it. */
  static TmxText coded(XMLStreamReader xml, TmxCodes codes) throws XMLStreamException {
    TmxText read = new TmxText();
    Map<String, Integer> pairs = new HashMap<>();
    int inside = 0;
    int highlights = 0;
    int alone = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        if (inside > 0) {
          inside--;
        } else if (highlights > 0) {
          highlights--;
        } else {
          return read;
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (inside > 0 || !xml.getLocalName().equals("hi")) {
          if (inside++ == 0) {
            read.add(code(xml, codes, pairs, ++alone));
          }
        } else {
          highlights++;
        }
      } else if (inside == 0 && isText(event)) {
        read.add(xml.getText());
      }
    }
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  private static String code(
      XMLStreamReader xml, TmxCodes codes, Map<String, Integer> pairs, int place) {
    String index = TmxReader.attribute(xml, "i");
    String shared = TmxReader.attribute(xml, "x");
    switch (xml.getLocalName()) {
      case "bpt" -> {
        int number = codes.number("pair " + (shared.isEmpty() ? index : shared));
        pairs.put(index, number);
        return "‹" + number + "›";
      }
      case "ept" -> {
        Integer number = pairs.get(index);
        return number == null ? "" : "‹/" + number + "›";
      }
      default -> {
        String name = shared.isEmpty() ? "place " + place : shared;
        return "‹" + codes.number("alone " + name) + "/›";
      }
    }
  }

  private void add(String part) {
    if (text.length() + part.length() > LONGEST) {
      tooLong = true;
    } else {
      text.append(part);
    }
  }

  boolean isTooLong() {
    return tooLong;
  }

  String text() {
    return text.toString();
  }
}
