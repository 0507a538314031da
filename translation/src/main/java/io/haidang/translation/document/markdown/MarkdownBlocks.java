package io.haidang.translation.document.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Finds the blocks with words. Code, HTML blocks and definitions of links have none. */
final class MarkdownBlocks {

  private final String text;
  private final List<MarkdownBlock> blocks = new ArrayList<>();

  private MarkdownBlocks(String text) {
    this.text = text;
  }

  static List<MarkdownBlock> of(String text) {
    MarkdownBlocks found = new MarkdownBlocks(text);
    found.walk(MarkdownParser.parse(text), 0);
    return found.blocks;
  }

  private void walk(Node node, int depth) {
    if (depth > 2 * MarkdownParser.DEEPEST) {
      throw MarkdownParser.tooDeep();
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Paragraph || child instanceof Heading || child instanceof TableCell) {
        add(child);
      } else {
        walk(child, depth + 1);
      }
    }
  }

  private void add(Node block) {
    if (block.getFirstChild() == null) {
      return;
    }
    if (block instanceof TableCell && addEscaped(block)) {
      return;
    }
    MarkdownBlock found = MarkdownBlock.of(block, text);
    if (found.isReadable()) {
      blocks.add(found);
    }
  }

  /** The parser counts places in a cell without the escapes of its bars. */
  private boolean addEscaped(Node cell) {
    int start = MarkdownParser.start(cell);
    int end = MarkdownParser.end(cell);
    if (start < 0 || !text.substring(start, end).contains("\\|")) {
      return false;
    }
    String source = text.substring(start, end);
    int blank = source.length() - source.stripLeading().length();
    of(source.strip().replace("\\|", "|")).stream()
        .findFirst()
        .map(block -> block.asCell(start + blank, start + blank + source.strip().length()))
        .ifPresent(blocks::add);
    return true;
  }
}
