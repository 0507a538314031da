package io.haidang.translation.document;

import io.haidang.translation.document.DocumentException.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which formats are read here, and which one a file has.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class DocumentFormats {

  private static final Map<DocumentFormat, DocumentFilter> FILTERS = load();

  private DocumentFormats() {}

  private static Map<DocumentFormat, DocumentFilter> load() {
    Map<DocumentFormat, DocumentFilter> filters = new EnumMap<>(DocumentFormat.class);
    for (DocumentFilter filter :
        ServiceLoader.load(DocumentFilter.class, DocumentFormats.class.getClassLoader())) {
      for (DocumentFormat format : filter.formats()) {
        if (filters.put(format, filter) != null) {
          throw new IllegalStateException(format + ": two filters (expected: one)");
        }
      }
    }
    return filters;
  }

  /** In the order of the enum. */
  public static Set<DocumentFormat> available() {
    return Collections.unmodifiableSet(FILTERS.keySet());
  }

  /**
   * The format of a file by its content and its name. A name without an extension says nothing;
   * what is then not recognised is plain text.
   *
   * @param fileName as the user's machine gave it; only its extension is looked at
   * @throws DocumentException when the file is empty, of a format that is not read here, of another
   *     one than its name says, locked with a password, or breaks off at its beginning
   */
  public static DocumentFormat detect(String fileName, byte[] content) {
    Signature.refuseUnreadable(content);
    Optional<DocumentFormat> named = DocumentFormat.named(fileName);
    Optional<DocumentFormat> recognised =
        FILTERS.values().stream()
            .distinct()
            .flatMap(filter -> filter.recognise(content).stream())
            .findFirst();
    DocumentFormat format =
        recognised.isPresent()
            ? agreed(named, recognised.get(), fileName)
            : unrecognised(named, content, fileName);
    filter(format);
    return format;
  }

  private static DocumentFormat agreed(
      Optional<DocumentFormat> named, DocumentFormat recognised, String fileName) {
    if (named.isEmpty() || recognised.isNamed(fileName)) {
      return recognised;
    }
    if (named.get().isFreeForm() && recognised.isText()) {
      return named.get();
    }
    throw mislabelled(named.get(), "looks like " + recognised);
  }

  private static DocumentFormat unrecognised(
      Optional<DocumentFormat> named, byte[] content, String fileName) {
    Optional<String> signature = Signature.of(content);
    if (named.isEmpty()) {
      if (signature.isEmpty() && fileName.indexOf('.') < 0) {
        return DocumentFormat.PLAIN;
      }
      throw unsupported(signature.orElse(extension(fileName)));
    }
    // A package that is not recognised may be a damaged one; opening it tells.
    boolean mayBe =
        named.get().isText()
            ? signature.isEmpty()
            : signature.equals(Optional.of(Signature.PACKAGE));
    if (!mayBe && FILTERS.containsKey(named.get())) {
      throw mislabelled(named.get(), "looks like " + signature.orElse("something else"));
    }
    return named.get();
  }

  static DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    Signature.refuseUnreadable(content);
    return filter(format).open(format, content, options);
  }

  private static DocumentFilter filter(DocumentFormat format) {
    DocumentFilter filter = FILTERS.get(format);
    if (filter == null) {
      throw unsupported(format.name());
    }
    return filter;
  }

  private static DocumentException mislabelled(DocumentFormat named, String found) {
    return new DocumentException(
        Reason.MISLABELLED, "document.format: " + found + " (expected: " + named + ")");
  }

  private static DocumentException unsupported(String format) {
    return new DocumentException(
        Reason.UNSUPPORTED,
        "document.format: "
            + format
            + " (expected: one of "
            + available().stream().map(Enum::name).collect(Collectors.joining(", "))
            + ")");
  }

  /** For a message: short, and nothing but letters and digits. */
  private static String extension(String fileName) {
    List<String> parts = List.of(fileName.split("\\.", -1));
    String last = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
    return last.matches("[a-z0-9]{1,8}") ? "." + last : "unknown";
  }
}
