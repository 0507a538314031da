package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.packed.PackedFile;
import io.haidang.translation.document.packed.PackedSkeleton;
import java.util.Optional;
import java.util.Set;

/**
 * Word, PowerPoint and Excel files.
 *
 * <p>Read are paragraphs, tables, headers, footers, notes, text boxes, diagrams, charts and the
 * descriptions of pictures; of slides also the speaker's notes; of workbooks the text of cells.
 * Comments, document properties, masters and their placeholders, names of sheets, formulas and
 * their last results stay as they are. Runs that look the same are one, however Word has split
 * them.
 *
 * <p>A file with macros, a password or a template on another machine is refused; so is one with
 * tracked changes unless they are to be taken as accepted.
 */
public final class OfficeFilter implements DocumentFilter {

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.DOCX, DocumentFormat.PPTX, DocumentFormat.XLSX);
  }

  @Override
  public Optional<DocumentFormat> recognise(byte[] content) {
    if (!PackedFile.isPackage(content)) {
      return Optional.empty();
    }
    try (PackedFile file = PackedFile.reopen(content)) {
      return file.has(ContentTypes.PART)
          ? ContentTypes.of(file).mainFormat().map(MainPart::format)
          : Optional.empty();
    } catch (DocumentException e) {
      return Optional.empty(); // Opening it tells why.
    }
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    try (PackedFile file = PackedFile.open(content)) {
      ContentTypes types = ContentTypes.of(file);
      MainPart main =
          types
              .mainFormat()
              .orElseThrow(
                  () ->
                      new DocumentException(
                          Reason.DAMAGED, ContentTypes.PART + ": no main part (expected: one)"));
      if (main.format() != format) {
        throw new DocumentException(
            Reason.MISLABELLED,
            "document.format: looks like " + main.format() + " (expected: " + format + ")");
      }
      OfficeSafety.check(file, types, main);
      return new PackedSkeleton(content, new OfficeParts(file, types, options).read(main));
    }
  }
}
