package io.haidang.translation.document.svg;

import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.inplace.ReplacedText;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlNode;
import io.haidang.translation.document.xml.XmlReader;
import io.haidang.translation.document.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the texts of a drawing: labels, titles and descriptions. */
final class SvgTexts {

  private static final Set<String> TEXTS = Set.of("text", "title", "desc", "flowPara", "flowDiv");
  private static final Set<String> UNTOUCHED =
      Set.of("script", "style", "metadata", "foreignObject", "namedview");
  private static final Set<String> INLINE =
      Set.of("tspan", "a", "textPath", "flowSpan", "altGlyph");

  private final String file;
  private final List<ReplacedText> texts = new ArrayList<>();

  private SvgTexts(String file) {
    this.file = file;
  }

  static List<ReplacedText> of(XmlElement root, String file) {
    SvgTexts found = new SvgTexts(file);
    found.walk(root);
    return found.texts;
  }

  private void walk(XmlElement element) {
    String name = element.localName();
    if (UNTOUCHED.contains(name) || element.value("translate").equals("no")) {
      return;
    }
    if (!TEXTS.contains(name)) {
      element.children().forEach(this::walk);
      return;
    }
    InlineMarkup.Builder builder = new InlineMarkup.Builder();
    addAll(element, builder);
    InlineMarkup markup = builder.build();
    if (!markup.isBlank()) {
      texts.add(
          new ReplacedText(
              element.contentStart(),
              element.contentEnd(),
              element.value("id"),
              markup,
              XmlReader::escape));
    }
  }

  private void addAll(XmlElement element, InlineMarkup.Builder builder) {
    for (XmlNode node : element.nodes()) {
      if (node instanceof XmlText text) {
        builder.flowing(text.value());
      } else if (node instanceof XmlElement child && isInline(child)) {
        // A span with a place of its own is another line, so its words are others.
        if (isPlaced(child) && !builder.endsWithSpace()) {
          builder.words(" ");
        }
        builder.open(child.name(), file.substring(child.start(), child.contentStart()));
        addAll(child, builder);
        builder.close(child.name(), file.substring(child.contentEnd(), child.end()));
      } else {
        builder.alone(file.substring(node.start(), node.end()));
      }
    }
  }

  private static boolean isInline(XmlElement element) {
    return INLINE.contains(element.localName())
        && !element.isOneTag()
        && !element.value("translate").equals("no");
  }

  private static boolean isPlaced(XmlElement element) {
    return element.attributes().stream()
        .anyMatch(attribute -> Set.of("x", "y", "dy").contains(attribute.name()));
  }
}
