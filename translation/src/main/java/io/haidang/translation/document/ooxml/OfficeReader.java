package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.packed.InlineBuilder;
import io.haidang.translation.document.packed.Region;
import io.haidang.translation.document.packed.RunStyle;
import io.haidang.translation.document.packed.Slice;
import io.haidang.translation.document.packed.XmlPart;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import io.haidang.translation.document.packed.XmlText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the text of a part. */
final class OfficeReader {

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** What programs put for a description when a person gave none. */
  private static final Pattern FILE_NAME =
      Pattern.compile("\\S*[\\\\/]\\S*|(?i:.*\\.(?:png|jpe?g|gif|bmp|emf|wmf|svg|tiff?|webp))");

  private static final RunStyle PLAIN = new RunStyle("", "", "");

  private final XmlScanner scanner;
  private final IdentityHashMap<Region, Region> mirrors = new IdentityHashMap<>();
  private boolean placeholder;

  OfficeReader(XmlPart part) {
    this.scanner = new XmlScanner(part, OfficeNames.PREFIXES);
  }

  /** All of the part, in order. */
  List<Region> read() {
    List<Region> regions = new ArrayList<>();
    while (scanner.next() != Token.DONE) {
      element(regions);
    }
    return regions;
  }

  /** Regions that repeat another one. */
  IdentityHashMap<Region, Region> mirrors() {
    return mirrors;
  }

  XmlScanner scanner() {
    return scanner;
  }

  /** Reads the element that begins here, to its end. */
  Slice inside(List<Region> regions) {
    int start = scanner.start();
    if (!scanner.isEmptyElement()) {
      int depth = scanner.depth();
      element(regions);
      while (scanner.depth() >= depth) {
        scanner.next();
        element(regions);
      }
    } else {
      element(regions);
    }
    return new Slice(start, scanner.end());
  }

  private void element(List<Region> regions) {
    if (scanner.token() != Token.START) {
      return;
    }
    switch (scanner.name()) {
      case "w:p" -> new WordParagraph(this).read(regions);
      case "a:p" -> new DrawingParagraph(this).read(regions);
      case "s:si", "s:is" -> new SheetString(scanner).read(regions);
      case "c:strCache" -> cache(regions);
      case "mc:AlternateContent" -> alternatives(regions);
      case "wp:docPr", "p:cNvPr", "xdr:cNvPr" -> description(regions);
      case "s:tableColumn" -> columnName(regions);
      case "w:sdt" -> placeholder = false;
      case "w:showingPlcHdr" -> placeholder = true;
      case "w:sdtContent" -> skipPlaceholder();
      default -> {
        // Its children are looked at in turn.
      }
    }
  }

  /** Not yet filled in: what stands there tells how to. */
  private void skipPlaceholder() {
    if (placeholder) {
      scanner.skip();
    }
    placeholder = false;
  }

  private void description(List<Region> regions) {
    String text = scanner.attribute("descr");
    Slice value = scanner.value("descr");
    if (text != null
        && value != null
        && LETTER.matcher(text).find()
        && !FILE_NAME.matcher(text).matches()) {
      regions.add(new Region.Value(value, text, " "));
    }
  }

  /** A table of a workbook names its columns as their first cells do. */
  private void columnName(List<Region> regions) {
    String text = scanner.attribute("name");
    Slice value = scanner.value("name");
    if (text != null && value != null) {
      String lines = text.replaceAll("(?i)_x000a_", "\n");
      regions.add(new Region.Value(value, lines, "_x000a_"));
    }
  }

  /** What a chart shows of cells that are text: names of series and categories. */
  private void cache(List<Region> regions) {
    int depth = scanner.depth();
    if (scanner.isEmptyElement()) {
      return;
    }
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.isStart("c:v") && !scanner.isEmptyElement()) {
        int start = scanner.end();
        InlineBuilder value = new InlineBuilder();
        value.words(scanner.content(), PLAIN);
        regions.add(
            new Region.Paragraph(
                new Slice(start, scanner.start()), value.build(XmlText::escape), List.of(), ""));
      }
    }
  }

  /** The same for new and for old programs; what is the same text is translated once. */
  private void alternatives(List<Region> regions) {
    if (scanner.isEmptyElement()) {
      return;
    }
    List<Region> choice = new ArrayList<>();
    List<Region> fallback = new ArrayList<>();
    int depth = scanner.depth();
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.token() == Token.START) {
        inside(scanner.name().equals("mc:Fallback") ? fallback : choice);
      }
    }
    mirror(flat(choice), flat(fallback));
    regions.addAll(choice);
    regions.addAll(fallback);
  }

  /** The fallback may lack something, such as the description of a shape. */
  private void mirror(List<Region> originals, List<Region> copies) {
    int from = 0;
    for (Region copy : copies) {
      for (int i = from; i < originals.size(); i++) {
        if (originals.get(i).text().equals(copy.text())) {
          mirrors.put(copy, originals.get(i));
          from = i + 1;
          break;
        }
      }
    }
  }

  private static List<Region> flat(List<Region> regions) {
    List<Region> flat = new ArrayList<>();
    for (Region region : regions) {
      flat.add(region);
      flat.addAll(flat(region.inner()));
    }
    return flat;
  }
}
