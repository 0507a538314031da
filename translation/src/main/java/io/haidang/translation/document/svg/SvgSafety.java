package io.haidang.translation.document.svg;

import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.xml.XmlAttribute;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlReader;
import java.util.Locale;
import java.util.Set;

/** Takes out of a drawing whatever would run when it is opened. */
final class SvgSafety {

  private static final Set<String> ACTIVE =
      Set.of("script", "handler", "listener", "iframe", "embed", "object");
  private static final Set<String> ADDRESSES =
      Set.of("href", "xlink:href", "src", "action", "formaction", "data", "to", "from", "values");

  private SvgSafety() {}

  static String cleaned(String drawing) {
    Edits edits = new Edits();
    clean(XmlReader.read(drawing), edits);
    return edits.apply(drawing);
  }

  private static void clean(XmlElement element, Edits edits) {
    if (ACTIVE.contains(element.localName().toLowerCase(Locale.ROOT))) {
      edits.replace(element.start(), element.end(), "");
      return;
    }
    for (XmlAttribute attribute : element.attributes()) {
      if (isActive(attribute)) {
        edits.replace(attribute.start(), attribute.end(), "");
      }
    }
    element.children().forEach(child -> clean(child, edits));
  }

  private static boolean isActive(XmlAttribute attribute) {
    String name = attribute.name().toLowerCase(Locale.ROOT);
    if (name.startsWith("on") || name.equals("srcdoc")) {
      return true;
    }
    String address =
        attribute.value().replaceAll("[\\p{Cntrl}\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
    return ADDRESSES.contains(name)
        && (address.contains("javascript:")
            || address.startsWith("vbscript:")
            || address.startsWith("data:text/html")
            || address.startsWith("data:image/svg"));
  }
}
