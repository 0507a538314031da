package io.haidang.translation.document.html;

import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds the text units of a page. Recursive: the depth was checked before. */
final class HtmlUnits {

  private static final Set<String> UNTOUCHED =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "code",
          "pre",
          "textarea",
          "svg",
          "math",
          "iframe",
          "object",
          "xmp",
          "noembed",
          "noframes",
          "plaintext");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "br",
          "cite",
          "code",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "img",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "svg",
          "math",
          "script",
          "style",
          "template",
          "noscript");

  /** Something to translate and the way to put it back. */
  sealed interface Unit permits AttributeUnit, RunUnit {

    /** With inline codes. */
    String text();

    void replace(String text);
  }

  /** An attribute that people read. */
  record AttributeUnit(Element element, String name) implements Unit {

    @Override
    public String text() {
      return InlineCodes.escape(element.attr(name));
    }

    @Override
    public void replace(String text) {
      element.attr(name, InlineCodes.unescape(text));
    }
  }

  /** Neighbouring text and inline elements. */
  record RunUnit(Element parent, List<Node> nodes) implements Unit {

    @Override
    public String text() {
      return InlineText.encode(nodes).text();
    }

    @Override
    public void replace(String text) {
      InlineText encoded = InlineText.encode(nodes);
      if (encoded.text().equals(text)) {
        return;
      }
      Node first = nodes.get(0);
      for (Node node : encoded.decode(text)) {
        first.before(node);
      }
      nodes.forEach(Node::remove);
    }
  }

  /** Under this key an element says, to this program only, that nothing in it may change. */
  private static final String PROTECTED = "haidang.protected";

  private final List<Unit> units = new ArrayList<>();

  private HtmlUnits() {}

  static List<Unit> of(Document page) {
    HtmlUnits found = new HtmlUnits();
    Element title = page.head().selectFirst("title");
    if (title != null && isTranslatable(title)) {
      found.addRun(title, title.childNodes());
    }
    found.walk(page.body());
    return List.copyOf(found.units);
  }

  /** Protects every element that has one of these names, in lower case. */
  static void protect(Document page, Set<String> names) {
    if (!names.isEmpty()) {
      page.getAllElements().stream()
          .filter(element -> names.contains(name(element)))
          .forEach(element -> element.attributes().userData(PROTECTED, true));
    }
  }

  private void walk(Element block) {
    addAttributes(block);
    List<Node> run = new ArrayList<>();
    for (Node child : block.childNodes()) {
      if (isInline(child)) {
        run.add(child);
        continue;
      }
      addRun(block, run);
      run = new ArrayList<>();
      if (child instanceof Element element && isTranslatable(element)) {
        walk(element);
      }
    }
    addRun(block, run);
  }

  private void addRun(Element parent, List<Node> nodes) {
    if (nodes.isEmpty()) {
      return;
    }
    RunUnit run = new RunUnit(parent, List.copyOf(nodes));
    if (!InlineCodes.strip(run.text()).isBlank()) {
      units.add(run);
    }
    for (Node node : nodes) {
      if (node instanceof Element element) {
        addInlineAttributes(element);
      }
    }
  }

  private void addInlineAttributes(Element element) {
    if (isTranslatable(element)) {
      addAttributes(element);
      element.children().forEach(this::addInlineAttributes);
    }
  }

  private void addAttributes(Element element) {
    for (String name : List.of("alt", "title")) {
      if (!element.attr(name).isBlank()) {
        units.add(new AttributeUnit(element, name));
      }
    }
  }

  private static boolean isInline(Node node) {
    if (!(node instanceof Element element)) {
      return true;
    }
    if (!INLINE.contains(name(element))) {
      return false;
    }
    return !isTranslatable(element) || element.childNodes().stream().allMatch(HtmlUnits::isInline);
  }

  /** Whether what is inside may be changed. */
  static boolean isTranslatable(Element element) {
    return !UNTOUCHED.contains(name(element))
        && element.attributes().userData(PROTECTED) == null
        && !element.attr("translate").equalsIgnoreCase("no")
        && !element.hasClass("notranslate");
  }

  static String name(Element element) {
    return element.normalName().toLowerCase(Locale.ROOT);
  }

  /** Whether a node is text that people read. */
  static boolean isText(Node node) {
    return node instanceof TextNode;
  }
}
