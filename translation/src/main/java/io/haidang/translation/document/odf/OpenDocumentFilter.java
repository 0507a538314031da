package io.haidang.translation.document.odf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.packed.MarkupPart;
import io.haidang.translation.document.packed.PackedFile;
import io.haidang.translation.document.packed.PackedSkeleton;
import io.haidang.translation.document.packed.Region;
import io.haidang.translation.document.packed.XmlPart;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * OpenDocument texts: paragraphs, tables, headers, footers, notes, text boxes and descriptions of
 * pictures. Comments, properties and fields stay as they are.
 *
 * <p>A file with macros or a password is refused; so is one with tracked changes unless they are to
 * be taken as accepted.
 */
public final class OpenDocumentFilter implements DocumentFilter {

  private static final String TYPE_PART = "mimetype";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final String CONTENT = "content.xml";
  private static final String STYLES = "styles.xml"; // Headers and footers are in it.

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.ODT);
  }

  @Override
  public Optional<DocumentFormat> recognise(byte[] content) {
    if (!PackedFile.isPackage(content)) {
      return Optional.empty();
    }
    try (PackedFile file = PackedFile.reopen(content)) {
      return isText(file) ? Optional.of(DocumentFormat.ODT) : Optional.empty();
    } catch (DocumentException e) {
      return Optional.empty(); // Opening it tells why.
    }
  }

  private static boolean isText(PackedFile file) {
    return file.has(TYPE_PART)
        && new String(file.bytes(TYPE_PART), US_ASCII)
            .strip()
            .matches("application/vnd\\.oasis\\.opendocument\\.text(?:-template)?");
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    try (PackedFile file = PackedFile.open(content)) {
      if (!isText(file)) {
        throw new DocumentException(
            Reason.MISLABELLED, "document.format: no OpenDocument text (expected: ODT)");
      }
      checkSafety(file);
      List<MarkupPart> parts = new ArrayList<>();
      parts.add(read(file.xml(CONTENT), options));
      if (file.has(STYLES)) {
        parts.add(read(file.xml(STYLES), options));
      }
      return new PackedSkeleton(content, parts);
    }
  }

  private static void checkSafety(PackedFile file) {
    if (file.has(MANIFEST) && file.xml(MANIFEST).text().contains("encryption-data")) {
      throw new DocumentException(
          Reason.ENCRYPTED, "document.content: encrypted (expected: one without a password)");
    }
    if (file.names().stream().anyMatch(OpenDocumentFilter::isProgram)) {
      throw macros();
    }
  }

  private static boolean isProgram(String name) {
    return (name.startsWith("Basic/") || name.startsWith("Scripts/")) && !name.endsWith("/");
  }

  static DocumentException macros() {
    return new DocumentException(
        Reason.MACROS, "document.macros: present (expected: a file without programs)");
  }

  private static MarkupPart read(XmlPart original, FilterOptions options) {
    XmlPart part = RecordedChanges.decided(original, options.trackedChanges());
    TextStyles styles = TextStyles.of(part);
    List<Region> regions = new OpenDocumentReader(part, styles).read();
    return new MarkupPart(part, regions, new IdentityHashMap<>(), !part.equals(original));
  }
}
