package io.haidang.translation.document.json;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.inplace.Damage;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the strings of a JSON text, as <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC
 * 8259</a> has it. Not recursive, so that nesting costs no stack.
 */
final class JsonStrings {

  private static final int DEEPEST = 200;

  /**
   * A string that is a value.
   *
   * @param start of the opening quote
   * @param end first unit after the closing one
   * @param place names and numbers from the root
   */
  record Found(int start, int end, String value, List<Object> place) {}

  private final String text;
  private final List<Found> found = new ArrayList<>();

  /** Names and numbers from the root; a number counts the elements of an array. */
  private final List<Object> place = new ArrayList<>();

  private final StringBuilder closers = new StringBuilder();
  private int at;

  private JsonStrings(String text) {
    this.text = text;
  }

  /**
   * In order.
   *
   * @throws DocumentException when it is no JSON, with the line
   */
  static List<Found> of(String text) {
    JsonStrings strings = new JsonStrings(text);
    strings.read();
    return strings.found;
  }

  private void read() {
    space();
    value();
    while (!closers.isEmpty()) {
      afterValue();
    }
    if (at < text.length()) {
      throw damage("something behind the end", "one value");
    }
  }

  /** Reads a value, or the opening of one and what comes first in it. */
  private void value() {
    while (true) {
      char c = peek();
      if (c == '"') {
        int start = at;
        String value = string();
        found.add(new Found(start, at, value, List.copyOf(place)));
      } else if (c == '{' || c == '[') {
        open(c);
        if (!closesAtOnce()) {
          continue;
        }
      } else {
        literal();
      }
      space();
      return;
    }
  }

  private void open(char c) {
    if (closers.length() == DEEPEST) {
      throw Damage.tooDeep(text, at, DEEPEST);
    }
    at++;
    space();
    closers.append(c == '{' ? '}' : ']');
    place.add(0);
  }

  /** Whether a container is empty; otherwise stands at its first value. */
  private boolean closesAtOnce() {
    if (peek() == closer()) {
      close();
      return true;
    }
    if (closer() == '}') {
      name();
    }
    return false;
  }

  private char closer() {
    return closers.charAt(closers.length() - 1);
  }

  private void close() {
    at++;
    closers.setLength(closers.length() - 1);
    place.remove(place.size() - 1);
  }

  private void afterValue() {
    char c = peek();
    if (c == closer()) {
      close();
      space();
      return;
    }
    if (c != ',') {
      throw damage("neither a comma nor an end", "a comma, } or ]");
    }
    at++;
    space();
    if (closer() == '}') {
      name();
    } else {
      int last = place.size() - 1;
      place.set(last, (Integer) place.get(last) + 1);
    }
    value();
  }

  private void name() {
    if (peek() != '"') {
      throw damage("no name", "a name in quotes");
    }
    place.set(place.size() - 1, string());
    space();
    if (peek() != ':') {
      throw damage("no colon", "a colon behind the name");
    }
    at++;
    space();
  }

  private void literal() {
    int start = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String literal = text.substring(start, Math.min(at, start + 400));
    if (!literal.matches("true|false|null|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?")) {
      at = start;
      throw damage("not a value", "a value of JSON");
    }
  }

  private String string() {
    int start = ++at;
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        at = start;
        throw damage("a string that does not end in its line", "a closing quote");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (c != 'u' || at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]+")) {
      throw damage("an unknown escape", "one of JSON");
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw damage("the end of the file", "the rest of it");
    }
    return text.charAt(at);
  }

  private DocumentException damage(String what, String expected) {
    return Damage.at(text, at, what, expected);
  }
}
