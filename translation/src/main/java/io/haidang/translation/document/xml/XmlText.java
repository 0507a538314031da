package io.haidang.translation.document.xml;

/**
 * Character data, or a CDATA section.
 *
 * @param value without references and markers; line ends as in the file
 */
public record XmlText(int start, int end, String value) implements XmlNode {}
