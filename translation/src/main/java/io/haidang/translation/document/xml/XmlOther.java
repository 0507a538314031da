package io.haidang.translation.document.xml;

/** A comment or an instruction. */
public record XmlOther(int start, int end) implements XmlNode {}
