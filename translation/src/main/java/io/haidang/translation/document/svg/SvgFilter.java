package io.haidang.translation.document.svg;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SVG drawings. Each text, title and description is a unit; spans inside are codes. Because a
 * drawing is opened by others, what is written back has no scripts, no event handlers and no
 * addresses that would run.
 */
public final class SvgFilter implements DocumentFilter {

  private static final Pattern ROOT =
      Pattern.compile(
          "\\uFEFF?\\s*<(?:svg[\\s>]|(?:\\?xml|!DOCTYPE svg|!--).{0,4000}?<svg[\\s>])",
          Pattern.DOTALL);
  private static final int HEAD = 4_096;

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.SVG);
  }

  @Override
  public Optional<DocumentFormat> recognise(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, HEAD), UTF_8);
    return ROOT.matcher(head).lookingAt() ? Optional.of(DocumentFormat.SVG) : Optional.empty();
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    TextFile file = TextFile.decode(content);
    XmlElement root = XmlReader.read(file.text());
    if (!root.localName().equals("svg")) {
      throw new DocumentException(Reason.MISLABELLED, "document.root: another one (expected: svg)");
    }
    return new Skeleton(file, new InPlaceSkeleton(file, SvgTexts.of(root, file.text())));
  }

  private record Skeleton(TextFile file, InPlaceSkeleton texts) implements DocumentSkeleton {

    @Override
    public List<TextUnit> units() {
      return texts.units();
    }

    @Override
    public byte[] merge(List<String> translations, MergeOptions options) {
      return file.encode(SvgSafety.cleaned(texts.mergedText(translations, options)));
    }
  }
}
