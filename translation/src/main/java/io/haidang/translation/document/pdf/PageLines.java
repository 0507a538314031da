package io.haidang.translation.document.pdf;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.InlineCodes;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text layer of a page, line by line. */
final class PageLines extends PDFTextStripper {

  /** Fonts before Unicode draw Vietnamese letters in the places of others. */
  private static final String OLD_FONT = ".vn";

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();
  private final int page;

  private PageLines(int page) {
    this.page = page;
    setStartPage(page);
    setEndPage(page);
  }

  static List<Line> of(PDDocument document, int page) throws IOException {
    PageLines stripper = new PageLines(page);
    stripper.writeText(document, Writer.nullWriter());
    stripper.endLine();
    return stripper.lines;
  }

  @Override
  protected void writeString(String words, List<TextPosition> positions) {
    text.append(words);
    letters.addAll(positions);
    for (TextPosition letter : positions) {
      String font = String.valueOf(letter.getFont().getName());
      if (font.substring(font.indexOf('+') + 1).toLowerCase(Locale.ROOT).startsWith(OLD_FONT)) {
        throw new DocumentException(
            Reason.NOT_TEXT,
            "document.page " + page + ": a TCVN3 font (expected: letters in Unicode)");
      }
    }
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphSeparator() {
    endLine();
  }

  private void endLine() {
    String line =
        Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (!line.isEmpty() && !letters.isEmpty()) {
      TextPosition first = letters.get(0);
      TextPosition last = letters.get(letters.size() - 1);
      lines.add(
          new Line(
              InlineCodes.escape(line),
              first.getXDirAdj(),
              last.getXDirAdj() + last.getWidthDirAdj(),
              first.getYDirAdj(),
              first.getFontSizeInPt()));
    }
    text.setLength(0);
    letters.clear();
  }
}
