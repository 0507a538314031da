package io.haidang.translation.document.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes out of a page whatever would run when it is opened. */
final class HtmlSafety {

  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "action",
          "formaction",
          "xlink:href",
          "data",
          "poster",
          "background",
          "cite",
          "longdesc",
          "ping",
          "to",
          "from",
          "values");

  private HtmlSafety() {}

  static void clean(Document page) {
    page.select("script, meta[http-equiv=refresh], base").remove();
    for (Element element : page.getAllElements()) {
      element.attributes().asList().stream()
          .filter(HtmlSafety::isUnsafe)
          .map(Attribute::getKey)
          .toList()
          .forEach(element::removeAttr);
    }
  }

  private static boolean isUnsafe(Attribute attribute) {
    String name = attribute.getKey().toLowerCase(Locale.ROOT);
    if (name.startsWith("on") || name.equals("srcdoc")) {
      return true;
    }
    if (!ADDRESSES.contains(name)) {
      return false;
    }
    // Browsers skip white space and control characters inside a scheme.
    String address =
        attribute.getValue().replaceAll("[\\p{Cntrl}\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
    return address.contains("javascript:")
        || address.startsWith("vbscript:")
        || address.startsWith("data:text/html")
        || address.startsWith("data:image/svg");
  }
}
