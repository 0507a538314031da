package io.haidang.translation.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * PDF files. A PDF says where letters stand and not what a paragraph is, so that a translation
 * cannot be written back into it: an HTML page comes out, with headings and paragraphs as the lines
 * suggest them.
 *
 * <p>Pages that are pictures are read by {@link Tesseract} if it is installed; a paragraph's name
 * then says how sure it was, and words that it was unsure of are marked.
 *
 * <p><b>Blocking:</b> only for pages that are pictures: a process for each, and a file.
 */
public final class PdfFilter implements DocumentFilter {

  private static final int MAX_BYTES = 64 << 20;
  private static final long MAX_MEMORY = 128L << 20;
  private static final int MAX_PAGES = 2_000;

  static {
    FontMappers.set(new BundledFonts());
  }

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.PDF);
  }

  @Override
  public Optional<DocumentFormat> recognise(byte[] content) {
    return new String(content, 0, Math.min(content.length, 1_024), ISO_8859_1).contains("%PDF-")
        ? Optional.of(DocumentFormat.PDF)
        : Optional.empty();
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    if (content.length > MAX_BYTES) {
      throw tooLarge("document.size", content.length, MAX_BYTES);
    }
    if (recognise(content).isEmpty()) {
      throw new DocumentException(
          Reason.MISLABELLED, "document.format: no PDF (expected: one that begins with %PDF-)");
    }
    try (PDDocument document =
        Loader.loadPDF(
            content,
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY).streamCache)) {
      return read(document);
    } catch (InvalidPasswordException e) {
      throw locked();
    } catch (DocumentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DocumentException(
          Reason.DAMAGED, "document.content: broken PDF (expected: one that a reader opens)");
    } catch (StackOverflowError e) {
      throw new DocumentException(
          Reason.TOO_DEEP, "document.depth: too deep (expected: what a reader opens)");
    }
  }

  private static DocumentSkeleton read(PDDocument document) throws IOException {
    if (!document.getCurrentAccessPermission().canExtractContent()) {
      throw locked();
    }
    int pages = document.getNumberOfPages();
    if (pages > MAX_PAGES) {
      throw tooLarge("document.pages", pages, MAX_PAGES);
    }
    return new PdfSkeleton(new PdfPages(document, new Tesseract()).read());
  }

  private static DocumentException locked() {
    return new DocumentException(
        Reason.ENCRYPTED, "document.content: locked (expected: a PDF that may be copied from)");
  }

  private static DocumentException tooLarge(String name, long size, long most) {
    return new DocumentException(
        Reason.TOO_LARGE, name + ": " + size + " (expected: at most " + most + ")");
  }
}
