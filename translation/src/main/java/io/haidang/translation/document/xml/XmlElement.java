package io.haidang.translation.document.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An element with its place in the text of the file. Immutable once the file has been read. */
public final class XmlElement implements XmlNode {

  private final String name;
  private final int start;
  private final int contentStart;
  private final List<XmlAttribute> attributes;
  private final List<XmlNode> nodes = new ArrayList<>();
  private int contentEnd;
  private int end;

  XmlElement(String name, int start, int contentStart, List<XmlAttribute> attributes) {
    this.name = name;
    this.start = start;
    this.contentStart = contentStart;
    this.attributes = List.copyOf(attributes);
    close(contentStart, contentStart);
  }

  void close(int endOfContent, int endOfElement) {
    contentEnd = endOfContent;
    end = endOfElement;
  }

  void add(XmlNode node) {
    nodes.add(node);
  }

  /** With its prefix. */
  public String name() {
    return name;
  }

  /** Without its prefix. */
  public String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** With its colon; empty without one. */
  public String prefix() {
    return name.substring(0, name.indexOf(':') + 1);
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  /** First unit after the start tag. */
  public int contentStart() {
    return contentStart;
  }

  /** Where the end tag begins; {@link #contentStart} for an element that is one tag. */
  public int contentEnd() {
    return contentEnd;
  }

  /** Whether it is one tag, with a slash at its end. */
  public boolean isOneTag() {
    return end == contentStart;
  }

  /** In the order of the file. */
  public List<XmlNode> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  public List<XmlAttribute> attributes() {
    return attributes;
  }

  public Optional<XmlAttribute> attribute(String withPrefix) {
    return attributes.stream().filter(each -> each.name().equals(withPrefix)).findFirst();
  }

  /** The value of an attribute; empty without it. */
  public String value(String withPrefix) {
    return attribute(withPrefix).map(XmlAttribute::value).orElse("");
  }

  /** Directly below, in the order of the file. */
  public List<XmlElement> children() {
    return nodes.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast).toList();
  }

  /** The first one directly below that has this name without its prefix. */
  public Optional<XmlElement> child(String local) {
    return children().stream().filter(each -> each.localName().equals(local)).findFirst();
  }

  /** All text below. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (XmlNode node : nodes) {
      if (node instanceof XmlText words) {
        text.append(words.value());
      } else if (node instanceof XmlElement element) {
        text.append(element.text());
      }
    }
    return text.toString();
  }
}
