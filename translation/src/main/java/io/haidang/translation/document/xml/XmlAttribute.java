package io.haidang.translation.document.xml;

/**
 * An attribute.
 *
 * @param name with its prefix
 * @param start of the name
 * @param valueStart behind the opening quote
 * @param valueEnd of the closing quote
 * @param value without references
 */
public record XmlAttribute(String name, int start, int valueStart, int valueEnd, String value) {

  /** First unit after the closing quote. */
  public int end() {
    return valueEnd + 1;
  }
}
