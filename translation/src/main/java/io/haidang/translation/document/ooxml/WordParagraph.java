package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.packed.InlineBuilder;
import io.haidang.translation.document.packed.InlineContent;
import io.haidang.translation.document.packed.Region;
import io.haidang.translation.document.packed.Slice;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A paragraph of a text: its runs, and what stands around and between them. */
final class WordParagraph {

  private final OfficeReader reader;
  private final XmlScanner scanner;
  private final InlineBuilder content = new InlineBuilder();
  private final List<Region> inner = new ArrayList<>();
  private final WordRuns runs;
  private final WordFields fields;
  private final Set<String> cursorMarks = new HashSet<>();
  private int start;

  WordParagraph(OfficeReader reader) {
    this.reader = reader;
    this.scanner = reader.scanner();
    this.runs = new WordRuns(scanner.rawPrefix());
    this.fields = new WordFields(scanner, content);
  }

  /** Reads the paragraph that begins here, to its end. */
  void read(List<Region> regions) {
    start = scanner.end();
    if (scanner.isEmptyElement()) {
      return;
    }
    children();
    fields.end();
    InlineContent built = content.build(runs);
    if (InlineCodes.strip(built.text()).isBlank()) {
      regions.addAll(inner);
    } else {
      regions.add(new Region.Paragraph(new Slice(start, scanner.start()), built, inner, ""));
    }
  }

  /** What is inside the element that begins here; goes to its end tag. */
  private void children() {
    int depth = scanner.depth();
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.token() == Token.START) {
        child();
      }
    }
  }

  private void child() {
    switch (scanner.name()) {
      case "w:pPr" -> {
        scanner.skip();
        start = scanner.end();
      }
      case "w:r" -> run();
      case "w:smartTag", "w:customXml" -> {
        // Marks that the program sets by itself: what is inside counts.
      }
      case "w:smartTagPr", "w:customXmlPr", "w:proofErr" -> scanner.skip();
      case "w:hyperlink", "w:dir", "w:bdo" -> around();
      case "w:sdt" -> control();
      case "w:fldSimple" -> simpleField();
      case "w:bookmarkStart", "w:bookmarkEnd" -> bookmark();
      default -> alone();
    }
  }

  private void alone() {
    Slice slice = reader.inside(inner);
    if (!fields.collect(slice)) {
      content.alone(slice);
    }
  }

  /** Where the cursor was when the file was saved is no mark of the text. */
  private void bookmark() {
    String id = Objects.requireNonNullElse(scanner.attribute("w:id"), "");
    if ("_GoBack".equals(scanner.attribute("w:name"))) {
      cursorMarks.add(id);
    }
    if (cursorMarks.contains(id)) {
      scanner.skip();
    } else {
      alone();
    }
  }

  private void around() {
    if (fields.isCollecting() || scanner.isEmptyElement()) {
      alone();
      return;
    }
    Object group = content.open(scanner.raw());
    children();
    content.close(group, scanner.raw());
  }

  private void simpleField() {
    String instruction = Objects.requireNonNullElse(scanner.attribute("w:instr"), "");
    if (WordFields.isLink(instruction)) {
      around();
    } else {
      alone();
    }
  }

  /** A control to fill in; what it shows is text unless nobody has filled it in. */
  private void control() {
    int from = scanner.start();
    int depth = scanner.depth();
    boolean placeholder = scanner.isEmptyElement();
    while (!scanner.isStart("w:sdtContent") && scanner.depth() >= depth) {
      scanner.next();
      placeholder |= scanner.isStart("w:showingPlcHdr");
    }
    boolean readable = scanner.depth() >= depth && !scanner.isEmptyElement();
    if (!readable || placeholder || fields.isCollecting()) {
      toEnd(depth);
      alone(new Slice(from, scanner.end()));
      return;
    }
    Object group = content.open(scanner.raw(from, scanner.end()));
    children();
    int close = scanner.start();
    toEnd(depth);
    content.close(group, scanner.raw(close, scanner.end()));
  }

  private void toEnd(int depth) {
    while (scanner.depth() >= depth) {
      scanner.next();
    }
  }

  private void alone(Slice slice) {
    if (!fields.collect(slice)) {
      content.alone(slice);
    }
  }

  private void run() {
    if (scanner.isEmptyElement()) {
      return;
    }
    WordRuns.Run run = runs.run();
    int depth = scanner.depth();
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.token() == Token.START) {
        inRun(run);
      }
    }
  }

  private void inRun(WordRuns.Run run) {
    switch (scanner.name()) {
      case "w:rPr" -> run.look(slice(scanner.skip()));
      case "w:lastRenderedPageBreak", "w:softHyphen" -> scanner.skip();
      case "w:t" -> words(run);
      case "w:noBreakHyphen" -> hyphen(run);
      case "w:fldChar" -> fields.mark(kind(), run.around(scanner.skip()));
      case "w:instrText" -> instruction(run);
      case "w:tab", "w:br", "w:cr", "w:ptab" -> inRun(run, scanner.skip(), true);
      default -> inRun(run, reader.inside(inner), false);
    }
  }

  private String kind() {
    return Objects.requireNonNullElse(scanner.attribute("w:fldCharType"), "");
  }

  private String slice(Slice slice) {
    return scanner.raw(slice.start(), slice.end());
  }

  private void words(WordRuns.Run run) {
    int from = scanner.start();
    String text = scanner.content();
    if (!fields.collect(run.around(new Slice(from, scanner.end())))) {
      content.words(text, run.style());
    }
  }

  private void hyphen(WordRuns.Run run) {
    if (!fields.collect(run.around(scanner.skip()))) {
      content.words(String.valueOf(WordRuns.HYPHEN), run.style());
    }
  }

  private void instruction(WordRuns.Run run) {
    int from = scanner.start();
    fields.instruction(scanner.content());
    inRun(run, new Slice(from, scanner.end()), false);
  }

  private void inRun(WordRuns.Run run, Slice slice, boolean boundary) {
    if (!fields.collect(run.around(slice))) {
      content.alone(run.around(slice), boundary);
    }
  }
}
