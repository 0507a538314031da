package io.haidang.translation.document.pdf;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads a document page by page. */
final class PdfPages {

  private static final int DOTS_PER_INCH = 300;
  private static final int POINTS_PER_INCH = 72;

  /** A page of A3; what is larger is drawn with fewer dots. */
  private static final double MAX_DOTS = 20_000_000;

  /** Each takes seconds, while somebody waits for the file to be taken. */
  private static final int MAX_PICTURES = 40;

  private final PDDocument document;
  private final Tesseract tesseract;

  PdfPages(PDDocument document, Tesseract tesseract) {
    this.document = document;
    this.tesseract = tesseract;
  }

  List<Block> read() throws IOException {
    List<Block> blocks = new ArrayList<>();
    int pictures = 0;
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      List<Line> lines = PageLines.of(document, page);
      if (!lines.isEmpty()) {
        add(Paragraphs.of(lines), page, -1, blocks);
      } else if (hasPicture(page)) {
        if (++pictures > MAX_PICTURES) {
          throw new DocumentException(
              Reason.TOO_LARGE,
              "document.pages: over "
                  + MAX_PICTURES
                  + " are pictures (expected: at most that; split the file)");
        }
        Tesseract.Page recognised = tesseract.read(picture(page), page);
        add(recognised.paragraphs(), page, recognised.confidence(), blocks);
      }
    }
    return blocks;
  }

  private static void add(
      List<Paragraphs.Paragraph> paragraphs, int page, int confidence, List<Block> blocks) {
    for (Paragraphs.Paragraph paragraph : paragraphs) {
      blocks.add(new Block(page, paragraph.text(), paragraph.level(), confidence));
    }
  }

  /** An empty page needs no recogniser. */
  private boolean hasPicture(int page) {
    return document.getPage(page - 1).getResources() != null
        && document.getPage(page - 1).getResources().getXObjectNames().iterator().hasNext();
  }

  private BufferedImage picture(int page) throws IOException {
    PDRectangle size = document.getPage(page - 1).getCropBox();
    double inches = size.getWidth() / POINTS_PER_INCH * size.getHeight() / POINTS_PER_INCH;
    double dots = Math.min(DOTS_PER_INCH, Math.sqrt(MAX_DOTS / Math.max(inches, 1)));
    return new PDFRenderer(document).renderImageWithDPI(page - 1, (float) dots, ImageType.GRAY);
  }
}
