package io.haidang.translation.document.snippet;

import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.inplace.ReplacedText;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlNode;
import io.haidang.translation.document.xml.XmlReader;
import io.haidang.translation.document.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the texts between the elements of XML. Recursive: the reader bounds the depth. */
final class TaggedUnits {

  /** What may stand before the first element, and is no text. */
  private static final Pattern PROLOG =
      Pattern.compile(
          "\\s*+(?:<\\?xml\\s[^>]*+>\\s*+)?(?:<!DOCTYPE\\s[^>\\[]*+>)?", Pattern.CASE_INSENSITIVE);

  /** Around all, so that a text needs no element of its own. */
  private static final String START = "<t>";

  private static final String END = "</t>";

  /** They carry a part of a sentence in every vocabulary that has them. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "font", "g",
          "i", "img", "ins", "kbd", "mark", "ph", "pc", "q", "s", "samp", "small", "span", "strong",
          "sub", "sup", "u", "var", "x");

  private final String wrapped;
  private final int shift;
  private final TagRules rules;
  private final boolean byLine;
  private final List<ReplacedText> units = new ArrayList<>();

  private TaggedUnits(String wrapped, int shift, TagRules rules, boolean byLine) {
    this.wrapped = wrapped;
    this.shift = shift;
    this.rules = rules;
    this.byLine = byLine;
  }

  /**
   * The texts in reading order.
   *
   * @param byLine whether the ends of lines stay, where a text is then cut
   */
  static List<ReplacedText> of(String text, TagRules rules, boolean byLine) {
    Matcher prolog = PROLOG.matcher(text);
    int from = prolog.lookingAt() ? prolog.end() : 0;
    String wrapped = START + text.substring(from) + END;
    TaggedUnits tagged = new TaggedUnits(wrapped, from - START.length(), rules, byLine);
    tagged.walk(XmlReader.read(wrapped));
    return tagged.units;
  }

  private void walk(XmlElement block) {
    boolean hasWords = hasWords(block);
    List<XmlNode> run = new ArrayList<>();
    for (XmlNode node : block.nodes()) {
      if (node instanceof XmlElement element && separates(element, hasWords)) {
        add(run);
        run.clear();
        if (!isIgnored(element)) {
          walk(element);
        }
      } else {
        run.add(node);
      }
    }
    add(run);
  }

  private boolean separates(XmlElement element, boolean besideWords) {
    String name = element.name();
    if (rules.nonSplitting().contains(name)) {
      return false;
    }
    boolean byOutline = rules.outline() && !besideWords && !INLINE.contains(name);
    return byOutline || rules.splitting().contains(name) || holdsSplitting(element);
  }

  private boolean holdsSplitting(XmlElement element) {
    return !isIgnored(element)
        && !rules.splitting().isEmpty()
        && element.children().stream()
            .anyMatch(child -> rules.splitting().contains(child.name()) || holdsSplitting(child));
  }

  private boolean isIgnored(XmlElement element) {
    return rules.ignored().contains(element.name());
  }

  private static boolean hasWords(XmlElement element) {
    return element.nodes().stream()
        .anyMatch(node -> node instanceof XmlText text && !text.value().isBlank());
  }

  private void add(List<XmlNode> run) {
    if (run.isEmpty()) {
      return;
    }
    InlineMarkup.Builder builder = new InlineMarkup.Builder();
    run.forEach(node -> inline(node, builder));
    InlineMarkup markup = builder.build();
    if (!markup.isBlank()) {
      int start = run.get(0).start() + shift;
      int end = run.get(run.size() - 1).end() + shift;
      units.add(new ReplacedText(start, end, "", markup, XmlReader::escape));
    }
  }

  private void inline(XmlNode node, InlineMarkup.Builder builder) {
    if (node instanceof XmlText text) {
      // A space behind a code belongs to the words behind it, whatever stood in front.
      builder.words(byLine ? text.value() : text.value().replaceAll("[ \\t\\r\\n\\f]+", " "));
    } else if (node instanceof XmlElement element && !element.isOneTag() && !isIgnored(element)) {
      builder.open(element.name(), wrapped.substring(element.start(), element.contentStart()));
      element.nodes().forEach(child -> inline(child, builder));
      builder.close(element.name(), wrapped.substring(element.contentEnd(), element.end()));
    } else {
      builder.alone(wrapped.substring(node.start(), node.end()));
    }
  }
}
