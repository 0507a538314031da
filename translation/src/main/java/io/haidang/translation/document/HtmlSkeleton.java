package io.haidang.translation.document;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** HTML, whole pages and fragments. Merging parses the page again, so nothing is ever shared. */
final class HtmlSkeleton implements DocumentSkeleton {

  private final String content;
  private final boolean wholePage;
  private final List<String> units;

  private HtmlSkeleton(String content, boolean wholePage, List<String> units) {
    this.content = content;
    this.wholePage = wholePage;
    this.units = units;
  }

  static HtmlSkeleton parse(String content) {
    boolean wholePage = WHOLE_PAGE.matcher(content).find();
    List<String> units =
        HtmlUnits.of(document(content)).stream().map(HtmlUnits.Unit::text).toList();
    return new HtmlSkeleton(content, wholePage, units);
  }

  private static final java.util.regex.Pattern WHOLE_PAGE =
      java.util.regex.Pattern.compile(
          "<(?:!doctype|html|head|body)[\\s>]", java.util.regex.Pattern.CASE_INSENSITIVE);

  @Override
  public List<String> units() {
    return units;
  }

  @Override
  public String merge(List<String> texts, Locale language) {
    Document page = document(content);
    List<HtmlUnits.Unit> places = HtmlUnits.of(page);
    // Attributes first: rebuilding a paragraph copies its elements.
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) instanceof HtmlUnits.AttributeUnit attribute) {
        attribute.replace(texts.get(i));
      }
    }
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i) instanceof HtmlUnits.RunUnit run) {
        run.replace(texts.get(i));
      }
    }
    HtmlSafety.clean(page);
    if (!wholePage) {
      return page.body().html();
    }
    Element root = page.selectFirst("html");
    if (root != null) {
      root.attr("lang", language.toLanguageTag());
    }
    return page.outerHtml();
  }

  private static Document document(String content) {
    Parser parser = Parser.htmlParser().setMaxDepth(Integer.MAX_VALUE);
    Document page = parser.parseInput(content, "");
    page.outputSettings().prettyPrint(false);
    checkDepth(page);
    return page;
  }

  /** jsoup walks without recursion, so any depth can be measured. */
  private static void checkDepth(Document page) {
    page.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            // html and body are not counted: a fragment has them too.
            if (depth > TextLimits.MAX_DEPTH + 3) {
              throw TextLimits.tooDeep();
            }
          }
        });
  }
}
