package io.haidang.translation.document.xliff;

import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlNode;
import io.haidang.translation.document.xml.XmlOther;
import io.haidang.translation.document.xml.XmlText;
import java.util.Set;

/** Reads what stands in a source, of either version, as text with codes. */
final class XliffInline {

  private static final Set<String> PAIRS = Set.of("g", "pc", "mrk");
  private static final Set<String> BEGINNINGS = Set.of("bpt", "bx", "sc", "sm");
  private static final Set<String> ENDS = Set.of("ept", "ex", "ec", "em");

  private final String file;
  private final boolean preserved;
  private final InlineMarkup.Builder builder = new InlineMarkup.Builder();

  private XliffInline(String file, boolean preserved) {
    this.file = file;
    this.preserved = preserved;
  }

  /**
   * @param preserved whether white space counts, as {@code xml:space} says
   */
  static InlineMarkup of(XmlElement source, String file, boolean preserved) {
    XliffInline inline = new XliffInline(file, preserved);
    inline.addAll(source);
    return inline.builder.build();
  }

  private void addAll(XmlElement element) {
    for (XmlNode node : element.nodes()) {
      if (node instanceof XmlText text) {
        words(text.value());
      } else if (node instanceof XmlElement child) {
        add(child);
      } else if (node instanceof XmlOther other) {
        builder.alone(file.substring(other.start(), other.end()));
      }
    }
  }

  private void words(String words) {
    if (preserved) {
      builder.words(words);
    } else {
      builder.flowing(words);
    }
  }

  private void add(XmlElement element) {
    String name = element.localName();
    String whole = file.substring(element.start(), element.end());
    if (PAIRS.contains(name) && !element.isOneTag() && !isProtected(element)) {
      builder.open(name, file.substring(element.start(), element.contentStart()));
      addAll(element);
      builder.close(name, file.substring(element.contentEnd(), element.end()));
    } else if (BEGINNINGS.contains(name)) {
      builder.open(reference(element), whole);
    } else if (ENDS.contains(name)) {
      builder.close(reference(element), whole);
    } else {
      builder.alone(whole);
    }
  }

  private static boolean isProtected(XmlElement element) {
    return element.value("mtype").equals("protected") || element.value("translate").equals("no");
  }

  /** What the beginning and the end of a pair have in common. */
  private static String reference(XmlElement element) {
    for (String name : new String[] {"startRef", "rid"}) {
      if (element.attribute(name).isPresent()) {
        return "#" + element.value(name);
      }
    }
    return "#" + element.value("id");
  }
}
