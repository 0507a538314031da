package io.haidang.translation.document.odf;

import io.haidang.translation.document.packed.XmlPart;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The styles that LibreOffice makes up for runs of characters. It makes a new one at every editing
 * session; those that look the same are one here.
 */
final class TextStyles {

  /** Attributes that nobody sees. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "\\s(?:\\w+:)?(?:rsid|paragraph-rsid|language|country|language-asian|country-asian"
              + "|language-complex|country-complex|rfc-language-tag)=\"[^\"]*\"");

  private static final Pattern EMPTY = Pattern.compile("<(?:\\w+:)?text-properties\\s*/>");

  private final Map<String, String> looks = new HashMap<>();

  private TextStyles() {}

  static TextStyles of(XmlPart part) {
    TextStyles styles = new TextStyles();
    XmlScanner scanner = new XmlScanner(part, OpenDocumentNames.PREFIXES);
    while (scanner.next() != Token.DONE) {
      if (scanner.isStart("office:body") || scanner.isStart("office:master-styles")) {
        break;
      }
      if (scanner.isStart("style:style") && "text".equals(scanner.attribute("style:family"))) {
        styles.read(scanner);
      }
    }
    return styles;
  }

  private void read(XmlScanner scanner) {
    String name = Objects.requireNonNullElse(scanner.attribute("style:name"), "");
    String parent = Objects.requireNonNullElse(scanner.attribute("style:parent-style-name"), "");
    int start = scanner.end();
    boolean empty = scanner.isEmptyElement();
    scanner.skip();
    String properties = empty ? "" : scanner.raw(start, scanner.start());
    String seen = UNSEEN.matcher(properties).replaceAll("");
    looks.put(name, parent + (EMPTY.matcher(seen).matches() ? "" : seen));
  }

  /** Equal for styles that look the same; empty for one that looks like the text around. */
  String look(String style) {
    return looks.getOrDefault(style, style);
  }
}
