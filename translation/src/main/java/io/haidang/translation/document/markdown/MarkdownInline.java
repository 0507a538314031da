package io.haidang.translation.document.markdown;

import io.haidang.translation.document.inplace.InlineMarkup;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The inline content of a block as text with codes. */
final class MarkdownInline {

  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,60}\\]");

  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)[^>]*?(/?)>");

  private final String file;
  private final boolean inPlace;
  private int skipped;
  private final InlineMarkup.Builder builder = new InlineMarkup.Builder();

  private MarkdownInline(String file, boolean inPlace, int skipped) {
    this.file = file;
    this.inPlace = inPlace;
    this.skipped = skipped;
  }

  /**
   * As it stands in the file.
   *
   * @param block with at least one node inside
   * @param skipped characters at its beginning
   */
  static InlineMarkup of(Node block, String file, int skipped) {
    return of(block, file, skipped, true);
  }

  /** The same where links do not need their definitions, for trying out what is written. */
  static InlineMarkup onItsOwn(Node block, String file, int skipped) {
    return of(block, file, skipped, false);
  }

  private static InlineMarkup of(Node block, String file, int skipped, boolean inPlace) {
    MarkdownInline inline = new MarkdownInline(file, inPlace, skipped);
    inline.addAll(block, 0);
    return inline.builder.build();
  }

  private void addAll(Node parent, int depth) {
    if (depth > MarkdownParser.DEEPEST) {
      throw MarkdownParser.tooDeep();
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      add(node, depth);
    }
  }

  private void add(Node node, int depth) {
    if (node instanceof Text text) {
      words(text.getLiteral().substring(Math.min(skipped, text.getLiteral().length())));
      skipped = 0;
    } else if (node instanceof SoftLineBreak) {
      builder.flowing(" ");
    } else if (node instanceof HardLineBreak) {
      lineBreak(node);
    } else if (node instanceof HtmlInline html) {
      tag(html.getLiteral());
    } else if (isPair(node)) {
      pair(node, depth);
    } else {
      builder.alone(source(MarkdownParser.start(node), MarkdownParser.end(node)));
    }
  }

  private void words(String literal) {
    Matcher footnote = FOOTNOTE.matcher(literal);
    int from = 0;
    while (footnote.find()) {
      builder.words(literal.substring(from, footnote.start()));
      builder.alone(footnote.group());
      from = footnote.end();
    }
    builder.words(literal.substring(from));
  }

  private void lineBreak(Node node) {
    Node before = node.getPrevious();
    Node after = node.getNext();
    boolean between = before != null && after != null;
    String source =
        between
            ? source(
                /* start= */ MarkdownParser.end(before), /* end= */ MarkdownParser.start(after))
            : "\n";
    boolean visible = source.startsWith("\\");
    builder.flowing(" ");
    builder.alone(visible ? source : "  " + source.replaceAll("^ +", ""));
  }

  private void tag(String literal) {
    Matcher tag = TAG.matcher(literal);
    if (!tag.matches() || !tag.group(3).isEmpty()) {
      builder.alone(literal);
      return;
    }
    String name = "<" + tag.group(2).toLowerCase(Locale.ROOT);
    if (tag.group(1).isEmpty()) {
      builder.open(name, literal);
    } else {
      builder.close(name, literal);
    }
  }

  private boolean isPair(Node node) {
    boolean link = node instanceof Link || node instanceof Image;
    boolean style =
        node instanceof Emphasis || node instanceof StrongEmphasis || node instanceof Strikethrough;
    boolean address = link && file.charAt(MarkdownParser.start(node)) == '<';
    return (link || style) && !address && node.getFirstChild() != null;
  }

  private void pair(Node node, int depth) {
    int first = MarkdownParser.start(node.getFirstChild());
    int last = MarkdownParser.end(node.getLastChild());
    String name = node.getClass().getSimpleName();
    builder.open(name, source(MarkdownParser.start(node), first));
    addAll(node, depth + 1);
    String close = source(last, MarkdownParser.end(node));
    boolean reference = close.matches("\\](?:\\[.*\\])?");
    builder.close(name, reference ? reference(close, source(first, last)) : close);
  }

  /** A link that is named by its words needs that name when the words change. */
  private String reference(String close, String label) {
    if (!inPlace) {
      return "](x)";
    }
    return close.length() > 2 && !close.equals("][]") ? close : "][" + label + "]";
  }

  private String source(int start, int end) {
    return start < 0 || end < start ? "" : file.substring(start, end);
  }
}
