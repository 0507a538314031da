package io.haidang.glossary.io;

import javax.xml.stream.XMLInputFactory;

/** XML from strangers: no document type is read, no entity replaced, nothing fetched. */
final class SafeXml {

  private SafeXml() {}

  /** Of the Java platform, whatever parsers a library brings along. */
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLReporter((message, type, related, place) -> {});
    return factory;
  }
}
