package io.haidang.translation.document.xml;

/** A node with its place in the text of the file. */
public sealed interface XmlNode permits XmlElement, XmlText, XmlOther {

  int start();

  /** First unit after the node. */
  int end();
}
