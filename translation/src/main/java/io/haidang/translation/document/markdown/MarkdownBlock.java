package io.haidang.translation.document.markdown;

import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.InPlaceUnit;
import io.haidang.translation.document.inplace.InlineMarkup;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/**
 * A paragraph, heading or cell. When it changes, it is written on one line.
 *
 * @param onItsOwn the same markup with links that need no definition
 * @param cell whether it stands in a table
 */
record MarkdownBlock(int start, int end, InlineMarkup markup, InlineMarkup onItsOwn, boolean cell)
    implements InPlaceUnit {

  /** The box of a task, which stays where it is. */
  private static final String TASK = "\\[[ xX]\\] ";

  private static final int TASK_LENGTH = 4;

  static MarkdownBlock of(Node block, String file) {
    int start = MarkdownParser.start(block.getFirstChild());
    int end = MarkdownParser.end(block.getLastChild());
    boolean task =
        start >= 0
            && start + TASK_LENGTH < end
            && file.substring(start, start + TASK_LENGTH).matches(TASK);
    int skipped = task ? TASK_LENGTH : 0;
    return new MarkdownBlock(
        start + skipped,
        end,
        MarkdownInline.of(block, file, skipped),
        MarkdownInline.onItsOwn(block, file, skipped),
        block instanceof TableCell);
  }

  /** The same block as a cell that lies from {@code start} to {@code end} in another text. */
  MarkdownBlock asCell(int newStart, int newEnd) {
    return new MarkdownBlock(newStart, newEnd, markup, onItsOwn, true);
  }

  MarkdownBlock movedBy(int offset) {
    return new MarkdownBlock(start + offset, end + offset, markup, onItsOwn, cell);
  }

  boolean isReadable() {
    return start >= 0 && end > start && !markup.isBlank();
  }

  @Override
  public TextUnit unit() {
    return TextUnit.of(markup.text());
  }

  /**
   * Markdown has no markup for everything: emphasis cannot end at a space, a link cannot hold
   * another one. Where codes were moved to such a place, the words are written without pairs.
   */
  @Override
  public void write(String translation, MergeOptions options, Edits edits) {
    if (translation.equals(markup.text())) {
      return;
    }
    boolean sound = says(written(onItsOwn, translation), translation);
    String written = written(markup, sound ? translation : InlineCodes.strip(translation));
    edits.replace(start, end, cell ? MarkdownEscapes.cell(written) : written);
  }

  private static String written(InlineMarkup markup, String translation) {
    return MarkdownEscapes.paragraph(markup.write(translation, MarkdownEscapes::words));
  }

  private static boolean says(String written, String translation) {
    List<MarkdownBlock> blocks = MarkdownBlocks.of(written);
    String read = blocks.isEmpty() ? "" : blocks.get(0).markup.text();
    return blocks.size() <= 1 && words(read).equals(words(translation));
  }

  private static String words(String text) {
    return InlineCodes.strip(text).replaceAll("\\s+", "");
  }
}
