package io.haidang.translation.document.packed;

import java.util.HashMap;
import java.util.Map;

/** What the prefixes of names mean inside an element. */
final class XmlNames {

  private static final String XMLNS = "xmlns";
  private static final String UNKNOWN = "?";

  /** Chosen prefix by namespace. */
  private final Map<String, String> chosen;

  /** Chosen prefix by the document's prefix. */
  private final Map<String, String> declared;

  private final Map<String, String> elements = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();

  private XmlNames(Map<String, String> chosen, Map<String, String> declared) {
    this.chosen = chosen;
    this.declared = declared;
  }

  static XmlNames of(Map<String, String> chosen) {
    return new XmlNames(chosen, Map.of("xml", "xml"));
  }

  /** With what a tag declares; the same when that is nothing. */
  XmlNames with(XmlTag tag) {
    Map<String, String> changed = null;
    for (int i = 0; i < tag.attributes(); i++) {
      if (tag.startsWith(i, XMLNS)) {
        changed = changed == null ? new HashMap<>(declared) : changed;
        String attribute = tag.attributeName(i);
        String prefix = attribute.equals(XMLNS) ? "" : attribute.substring(XMLNS.length() + 1);
        changed.put(prefix, chosen.getOrDefault(tag.value(i), UNKNOWN));
      }
    }
    return changed == null || changed.equals(declared) ? this : new XmlNames(chosen, changed);
  }

  String element(String raw) {
    return elements.computeIfAbsent(raw, name -> resolve(name, declared.getOrDefault("", UNKNOWN)));
  }

  /** Attributes without a prefix belong to their element. */
  String attribute(String raw) {
    return attributes.computeIfAbsent(raw, name -> resolve(name, ""));
  }

  private String resolve(String raw, String unprefixed) {
    int colon = raw.indexOf(':');
    String prefix =
        colon < 0 ? unprefixed : declared.getOrDefault(raw.substring(0, colon), UNKNOWN);
    return prefix.isEmpty() ? raw.substring(colon + 1) : prefix + ":" + raw.substring(colon + 1);
  }
}
