package io.haidang.translation.document.packed;

import java.util.Arrays;

/** The places of a start tag: its name, and where each attribute is. Read again for every tag. */
final class XmlTag {

  private static final int NUMBERS = 4;

  private final String source;
  private int start;
  private int nameEnd;
  private int end;
  private int count;
  private boolean empty;
  private String name = "";
  private int[] places = new int[16 * NUMBERS];

  XmlTag(String source) {
    this.source = source;
  }

  /** Reads the tag whose {@code <} stands at {@code from}; false when it is broken. */
  boolean read(int from) {
    start = from + 1;
    nameEnd = nameEnd(start);
    count = 0;
    if (nameEnd == start) {
      return false;
    }
    name = source.substring(start, nameEnd);
    int at = skipSpace(nameEnd);
    while (at < source.length() && "/>".indexOf(source.charAt(at)) < 0) {
      at = readAttribute(at);
      if (at < 0) {
        return false;
      }
      at = skipSpace(at);
    }
    empty = at < source.length() && source.charAt(at) == '/';
    end = empty ? at + 2 : at + 1;
    return end <= source.length() && source.charAt(end - 1) == '>';
  }

  /** Returns where the attribute ends, or a negative number. */
  private int readAttribute(int from) {
    int attributeNameEnd = nameEnd(from);
    int equals = skipSpace(attributeNameEnd);
    int quote = equals < source.length() ? skipSpace(equals + 1) : source.length();
    if (attributeNameEnd == from || quote >= source.length() || source.charAt(equals) != '=') {
      return -1;
    }
    char mark = source.charAt(quote);
    int at = quote + 1;
    while (at < source.length() && source.charAt(at) != mark && source.charAt(at) != '<') {
      at++;
    }
    if ((mark != '"' && mark != '\'') || at == source.length() || source.charAt(at) != mark) {
      return -1;
    }
    add(from, attributeNameEnd, quote + 1, at);
    return at + 1;
  }

  private void add(int... numbers) {
    if (count * NUMBERS == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    System.arraycopy(numbers, 0, places, count * NUMBERS, NUMBERS);
    count++;
  }

  private int nameEnd(int from) {
    int at = from;
    while (at < source.length() && isNamePart(source.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return c > ' ' && c != '/' && c != '>' && c != '=' && c != '<' && c != '"' && c != '\'';
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < source.length() && source.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  String name() {
    return name;
  }

  int end() {
    return end;
  }

  boolean isEmpty() {
    return empty;
  }

  int attributes() {
    return count;
  }

  String attributeName(int index) {
    return source.substring(places[index * NUMBERS], places[index * NUMBERS + 1]);
  }

  /** As it is written; names of namespaces have no references. */
  String value(int index) {
    return source.substring(valueStart(index), valueEnd(index));
  }

  int valueStart(int index) {
    return places[index * NUMBERS + 2];
  }

  int valueEnd(int index) {
    return places[index * NUMBERS + 3];
  }

  boolean startsWith(int index, String prefix) {
    return source.startsWith(prefix, places[index * NUMBERS]);
  }
}
