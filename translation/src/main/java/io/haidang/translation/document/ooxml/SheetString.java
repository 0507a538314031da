package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.packed.InlineBuilder;
import io.haidang.translation.document.packed.InlineContent;
import io.haidang.translation.document.packed.InlineDialect;
import io.haidang.translation.document.packed.MarkupPiece;
import io.haidang.translation.document.packed.Region;
import io.haidang.translation.document.packed.RunStyle;
import io.haidang.translation.document.packed.Slice;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlText;
import java.util.List;

/** The text of a cell, in one piece or in runs. */
final class SheetString {

  private final XmlScanner scanner;
  private final String prefix;
  private final String open;
  private final String close;
  private final InlineBuilder content = new InlineBuilder();
  private boolean hasRuns;

  SheetString(XmlScanner scanner) {
    this.scanner = scanner;
    this.prefix = scanner.rawPrefix();
    this.open = "<" + prefix + "t xml:space=\"preserve\">";
    this.close = "</" + prefix + "t>";
  }

  /** Reads the string that begins here, to its end. */
  void read(List<Region> regions) {
    if (scanner.isEmptyElement()) {
      return;
    }
    int start = scanner.end();
    int end = -1;
    int depth = scanner.depth();
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.isStart("s:r")) {
        hasRuns = true;
        run();
      } else if (scanner.isStart("s:t")) {
        words(scanner.content(), new RunStyle("", "", ""));
      } else if (scanner.isStart("s:rPh") || scanner.isStart("s:phoneticPr")) {
        end = end < 0 ? scanner.start() : end;
        scanner.skip();
      }
    }
    InlineContent built = content.build(hasRuns ? new InRuns() : new InOnePiece());
    if (!InlineCodes.strip(built.text()).isBlank()) {
      Slice slice = new Slice(start, end < 0 ? scanner.start() : end);
      regions.add(new Region.Paragraph(slice, built, List.of(), ""));
    }
  }

  private void run() {
    RunStyle style = style("");
    int depth = scanner.depth();
    if (scanner.isEmptyElement()) {
      return;
    }
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.isStart("s:rPr")) {
        Slice properties = scanner.skip();
        style = style(scanner.raw(properties.start(), properties.end()));
      } else if (scanner.isStart("s:t")) {
        words(scanner.content(), style);
      }
    }
  }

  private RunStyle style(String properties) {
    return new RunStyle(properties, "<" + prefix + "r>" + properties, "</" + prefix + "r>");
  }

  /** Lines of a cell end with a line feed. */
  private void words(String text, RunStyle style) {
    int copied = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', copied)) {
      content.words(text.substring(copied, i), style);
      String markup = hasRuns ? style.open() + open + "\n" + close + style.close() : "\n";
      content.alone(List.of(new MarkupPiece.Literal(markup)), true);
      copied = i + 1;
    }
    content.words(text.substring(copied), style);
  }

  /** Every run has an element for its characters. */
  private final class InRuns implements InlineDialect {

    @Override
    public String words(String text) {
      return open + XmlText.escape(text) + close;
    }
  }

  /** One element for all. */
  private final class InOnePiece implements InlineDialect {

    @Override
    public String begin() {
      return open;
    }

    @Override
    public String end() {
      return close;
    }

    @Override
    public String words(String text) {
      return XmlText.escape(text);
    }
  }
}
