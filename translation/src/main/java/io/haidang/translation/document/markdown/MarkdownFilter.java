package io.haidang.translation.document.markdown;

import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown. Paragraphs, headings, list items and cells of tables are units; emphasis, links, code
 * and HTML inside are codes. Front matter, code, HTML blocks and addresses stay as they are, and so
 * does every block whose text has not changed.
 */
public final class MarkdownFilter implements DocumentFilter {

  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "(---|\\+\\+\\+)[ \\t]*\\R(?s:.*?)(?<=[\\r\\n])(?:\\1|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.MARKDOWN);
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    TextFile file = TextFile.decode(content);
    Matcher frontMatter = FRONT_MATTER.matcher(file.text());
    int start = frontMatter.lookingAt() ? frontMatter.end() : 0;
    List<MarkdownBlock> blocks =
        MarkdownBlocks.of(file.text().substring(start)).stream()
            .map(block -> block.movedBy(start))
            .toList();
    return new InPlaceSkeleton(file, blocks);
  }
}
