package io.haidang.translation.document.markdown;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses with the place of every node. */
final class MarkdownParser {

  /** Deepest nesting of quotes, lists and emphasis. */
  static final int DEEPEST = 100;

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), StrikethroughExtension.create());
  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .build();

  private MarkdownParser() {}

  static Node parse(String text) {
    return PARSER.parse(text);
  }

  /** Where a node begins; -1 when the parser does not say. */
  static int start(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? -1 : spans.get(0).getInputIndex();
  }

  /** First unit after a node; -1 when the parser does not say. */
  static int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return -1;
    }
    SourceSpan last = spans.get(spans.size() - 1);
    return last.getInputIndex() + last.getLength();
  }

  static DocumentException tooDeep() {
    return new DocumentException(
        Reason.TOO_DEEP, "document.depth: too deep (expected: at most " + DEEPEST + " levels)");
  }
}
