package io.haidang.translation.document.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import java.util.List;
import org.jsoup.nodes.Entities;

/** The paragraphs of a PDF, to be written as an HTML page with a section for each page. */
final class PdfSkeleton implements DocumentSkeleton {

  private final List<Block> blocks;

  PdfSkeleton(List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  @Override
  public List<TextUnit> units() {
    return blocks.stream().map(block -> TextUnit.of(block.text(), block.name())).toList();
  }

  @Override
  public byte[] merge(List<String> texts, MergeOptions options) {
    StringBuilder html = new StringBuilder();
    String title = texts.isEmpty() ? "" : InlineCodes.unescape(InlineCodes.strip(texts.get(0)));
    html.append("<!doctype html>\n<html lang=\"")
        .append(Entities.escape(options.language().toLanguageTag()))
        .append("\"><head><meta charset=\"utf-8\"><title>")
        .append(Entities.escape(title))
        .append("</title></head><body>");
    int page = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.page() != page) {
        html.append(page == 0 ? "\n" : "</section>\n").append(section(block));
        page = block.page();
      }
      int pairs = CodedText.parse(block.text()).codes().size() / 2;
      String tag = block.level() == 0 ? "p" : "h" + block.level();
      html.append("<%s>%s</%s>\n".formatted(tag, Codes.html(texts.get(i), pairs), tag));
    }
    return html.append(page == 0 ? "" : "</section>\n")
        .append("</body></html>\n")
        .toString()
        .getBytes(UTF_8);
  }

  private static String section(Block block) {
    return block.confidence() < 0
        ? "<section data-page=\"%d\">\n".formatted(block.page())
        : "<section data-page=\"%d\" data-recognised=\"%d\">\n"
            .formatted(block.page(), block.confidence());
  }
}
