package io.haidang.translation.document.xliff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import io.haidang.translation.document.xml.XmlAttribute;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XLIFF 1.2 and 2. Each source without a finished target is a unit; its translation is written into
 * the target, which then has the state {@code translated}. Inline elements are codes. Notes,
 * alternative translations, skeletons and modules stay as they are.
 */
public final class XliffFilter implements DocumentFilter {

  private static final Pattern ROOT =
      Pattern.compile("<(?:\\w{1,20}:)?xliff\\s[^>]{0,2000}?\\bversion\\s*=\\s*[\"'](\\d)\\.");
  private static final int HEAD = 4_096;

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.XLIFF12, DocumentFormat.XLIFF2);
  }

  @Override
  public Optional<DocumentFormat> recognise(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, HEAD), UTF_8);
    Matcher root = ROOT.matcher(head);
    boolean markup = head.stripLeading().startsWith("<") || head.startsWith("\uFEFF<");
    if (!markup || !root.find()) {
      return Optional.empty();
    }
    return switch (root.group(1)) {
      case "1" -> Optional.of(DocumentFormat.XLIFF12);
      case "2" -> Optional.of(DocumentFormat.XLIFF2);
      default -> Optional.empty();
    };
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    TextFile file = TextFile.decode(content);
    XmlElement root = XmlReader.read(file.text());
    String version = format == DocumentFormat.XLIFF12 ? "1." : "2.";
    if (!root.localName().equals("xliff") || !root.value("version").startsWith(version)) {
      throw new DocumentException(
          Reason.MISLABELLED, "document.root: another one (expected: xliff " + version + "x)");
    }
    return new InPlaceSkeleton(
        file, XliffUnits.of(root, file.text()), (merge, edits) -> nameLanguage(root, merge, edits));
  }

  private static void nameLanguage(XmlElement root, MergeOptions options, Edits edits) {
    if (root.value("version").startsWith("2.")) {
      nameLanguage(root, "trgLang", options, edits);
      return;
    }
    List<XmlElement> files =
        root.children().stream().filter(each -> each.localName().equals("file")).toList();
    files.forEach(file -> nameLanguage(file, "target-language", options, edits));
  }

  /** Leaves a region that the file names if the language is the same. */
  private static void nameLanguage(
      XmlElement element, String name, MergeOptions options, Edits edits) {
    String tag = options.language().toLanguageTag();
    XmlAttribute attribute = element.attribute(name).orElse(null);
    if (attribute == null) {
      int at = element.contentStart() - (element.isOneTag() ? 2 : 1);
      edits.insert(at, " " + name + "=\"" + tag + "\"");
    } else if (!attribute.value().split("[-_]", -1)[0].equals(options.language().getLanguage())) {
      edits.replace(attribute.valueStart(), attribute.valueEnd(), tag);
    }
  }
}
