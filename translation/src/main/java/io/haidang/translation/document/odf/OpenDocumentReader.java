package io.haidang.translation.document.odf;

import io.haidang.translation.document.packed.InlineBuilder;
import io.haidang.translation.document.packed.Region;
import io.haidang.translation.document.packed.RunStyle;
import io.haidang.translation.document.packed.Slice;
import io.haidang.translation.document.packed.XmlPart;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import io.haidang.translation.document.packed.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the text of a part. */
final class OpenDocumentReader {

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final RunStyle PLAIN = new RunStyle("", "", "");

  private final XmlScanner scanner;
  private final TextStyles styles;

  OpenDocumentReader(XmlPart part, TextStyles styles) {
    this.scanner = new XmlScanner(part, OpenDocumentNames.PREFIXES);
    this.styles = styles;
  }

  /** All of the part, in order. */
  List<Region> read() {
    List<Region> regions = new ArrayList<>();
    while (scanner.next() != Token.DONE) {
      element(regions);
    }
    return regions;
  }

  XmlScanner scanner() {
    return scanner;
  }

  TextStyles styles() {
    return styles;
  }

  /** Reads the element that begins here, to its end. */
  Slice inside(List<Region> regions) {
    int start = scanner.start();
    int depth = scanner.isEmptyElement() ? scanner.depth() + 1 : scanner.depth();
    element(regions);
    while (scanner.depth() >= depth) {
      scanner.next();
      element(regions);
    }
    return new Slice(start, scanner.end());
  }

  private void element(List<Region> regions) {
    if (scanner.token() != Token.START) {
      return;
    }
    switch (scanner.name()) {
      case "text:p", "text:h" -> new OpenDocumentParagraph(this).read(regions);
      case "svg:title", "svg:desc" -> description(regions);
      case "office:annotation" -> scanner.skip();
      case "script:event-listener" -> throw OpenDocumentFilter.macros();
      default -> {
        // Its children are looked at in turn.
      }
    }
  }

  private void description(List<Region> regions) {
    if (scanner.isEmptyElement()) {
      return;
    }
    int start = scanner.end();
    String text = scanner.content();
    if (LETTER.matcher(text).find()) {
      InlineBuilder content = new InlineBuilder();
      content.words(text, PLAIN);
      Slice slice = new Slice(start, scanner.start());
      regions.add(new Region.Paragraph(slice, content.build(XmlText::escape), List.of(), ""));
    }
  }
}
