package io.haidang.translation.document;

import java.util.Optional;
import java.util.Set;

/**
 * Reads the formats of one family. Implementations live in a package below this one, hidden but for
 * their entry class, which stands in {@code META-INF/services}.
 *
 * <p>A document is not trusted: whatever it holds, it is read or refused with a {@link
 * DocumentException}, in time and memory that grow with its size and not with what it says of
 * itself. Nothing is fetched that it points to.
 *
 * <p><b>Thread-safety:</b> implementations are stateless. <b>Blocking:</b> no I/O, unless a format
 * says so.
 */
public interface DocumentFilter {

  /** What this filter opens; every format has one filter at most. */
  Set<DocumentFormat> formats();

  /**
   * The format when the content leaves no doubt, such as by its first bytes; empty where only a
   * name tells. The whole document need not be sound.
   */
  default Optional<DocumentFormat> recognise(byte[] content) {
    return Optional.empty();
  }

  /**
   * Takes the text out of a document. The same content always gives the same units.
   *
   * @param format one of {@link #formats}
   * @param content not modified, neither here nor by the caller afterwards
   * @throws DocumentException when the content is not a sound document of that format
   */
  DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options);
}
