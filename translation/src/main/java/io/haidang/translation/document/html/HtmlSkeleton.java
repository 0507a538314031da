package io.haidang.translation.document.html;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.TextUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** HTML, whole pages and fragments. Merging parses the page again, so nothing is ever shared. */
final class HtmlSkeleton implements DocumentSkeleton {

  private static final int MAX_DEPTH = 100;

  private static final Pattern WHOLE_PAGE =
      Pattern.compile("<(?:!doctype|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);

  private final TextFile file;
  private final boolean wholePage;
  private final Set<String> untouched;
  private final List<TextUnit> units;

  private HtmlSkeleton(
      TextFile file, boolean wholePage, Set<String> untouched, List<TextUnit> units) {
    this.file = file;
    this.wholePage = wholePage;
    this.untouched = untouched;
    this.units = units;
  }

  static HtmlSkeleton parse(TextFile file, Set<String> untouched) {
    boolean wholePage = WHOLE_PAGE.matcher(file.text()).find();
    List<TextUnit> units =
        HtmlUnits.of(document(file.text(), untouched)).stream()
            .map(unit -> TextUnit.of(unit.text()))
            .toList();
    return new HtmlSkeleton(file, wholePage, Set.copyOf(untouched), units);
  }

  @Override
  public List<TextUnit> units() {
    return units;
  }

  @Override
  public byte[] merge(List<String> texts, MergeOptions options) {
    Document page = document(file.text(), untouched);
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
      return file.encode(page.body().html());
    }
    Element root = page.selectFirst("html");
    if (root != null) {
      root.attr("lang", options.language().toLanguageTag());
    }
    return file.encode(page.outerHtml());
  }

  private static Document document(String content, Set<String> untouched) {
    Parser parser = Parser.htmlParser().setMaxDepth(2 * MAX_DEPTH);
    Document page = parser.parseInput(content, "");
    page.outputSettings().prettyPrint(false);
    checkDepth(page);
    HtmlUnits.protect(page, untouched);
    return page;
  }

  /** jsoup flattens what is deeper than its limit, which is beyond ours; so this stays linear. */
  private static void checkDepth(Document page) {
    page.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            // html and body are not counted: a fragment has them too.
            if (depth > MAX_DEPTH + 3) {
              throw new DocumentException(
                  Reason.TOO_DEEP,
                  "document.depth: too deep (expected: at most " + MAX_DEPTH + " levels)");
            }
          }
        });
  }
}
