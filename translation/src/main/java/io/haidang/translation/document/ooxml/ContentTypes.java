package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.packed.PackedFile;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What each part of a package is, by the part that lists it. */
final class ContentTypes {

  static final String PART = "[Content_Types].xml";

  private static final Map<String, String> NAMESPACES =
      Map.of("http://schemas.openxmlformats.org/package/2006/content-types", "ct");

  private final Map<String, String> byName = new LinkedHashMap<>();
  private final Map<String, String> byExtension = new HashMap<>();

  private ContentTypes() {}

  static ContentTypes of(PackedFile file) {
    ContentTypes types = new ContentTypes();
    XmlScanner scanner = new XmlScanner(file.xml(PART), NAMESPACES);
    while (scanner.next() != Token.DONE) {
      String type = scanner.token() == Token.START ? scanner.attribute("ContentType") : null;
      String name = type == null ? null : scanner.attribute("PartName");
      String extension = type == null ? null : scanner.attribute("Extension");
      if (type != null && name != null && name.startsWith("/")) {
        types.byName.put(name.substring(1), type);
      } else if (type != null && extension != null) {
        types.byExtension.put(extension.toLowerCase(Locale.ROOT), type);
      }
    }
    return types;
  }

  /** The type of a part; empty when the list does not know it. */
  String type(String part) {
    String type = byName.get(part);
    if (type != null) {
      return type;
    }
    String extension = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return byExtension.getOrDefault(extension, "");
  }

  /** Parts whose type ends like that, in the order of the numbers in their names. */
  List<String> parts(String typeEnd) {
    List<String> parts = new ArrayList<>();
    byName.forEach(
        (name, type) -> {
          if (type.endsWith(typeEnd)) {
            parts.add(name);
          }
        });
    parts.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    return parts;
  }

  /** The part that makes the package a document; templates and shows count as documents. */
  Optional<MainPart> mainFormat() {
    return byName.entrySet().stream()
        .flatMap(part -> main(part.getKey(), part.getValue()).stream())
        .findFirst();
  }

  private static Optional<MainPart> main(String name, String type) {
    if (!type.endsWith(".main+xml")) {
      return Optional.empty();
    }
    String kind = type.toLowerCase(Locale.ROOT);
    boolean macros = kind.contains("macroenabled");
    if (kind.contains("word")) {
      return Optional.of(new MainPart(DocumentFormat.DOCX, name, macros));
    }
    if (kind.contains("presentation") || kind.contains("powerpoint")) {
      return Optional.of(new MainPart(DocumentFormat.PPTX, name, macros));
    }
    return kind.contains("spreadsheet") || kind.contains("excel")
        ? Optional.of(new MainPart(DocumentFormat.XLSX, name, macros))
        : Optional.empty();
  }

  boolean hasMacros() {
    return byName.values().stream().anyMatch(ContentTypes::isProgram)
        || byExtension.values().stream().anyMatch(ContentTypes::isProgram);
  }

  private static boolean isProgram(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.contains("vbaproject") || lower.contains("macrosheet");
  }
}
