package io.haidang.translation.document.packed;

import io.haidang.translation.document.InlineCodes;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes a part with its regions translated and everything between them copied. */
final class PartRenderer {

  private final String source;
  private final Function<Region, String> texts;
  private final Locale language;

  PartRenderer(String source, Function<Region, String> texts, Locale language) {
    this.source = source;
    this.texts = texts;
    this.language = language;
  }

  StringBuilder render(List<Region> regions) {
    return copy(new Slice(0, source.length()), regions);
  }

  private StringBuilder copy(Slice range, List<Region> regions) {
    StringBuilder out = new StringBuilder(range.end() - range.start() + 64);
    int copied = range.start();
    for (int i = firstFrom(regions, range.start()); i < regions.size(); i++) {
      Region region = regions.get(i);
      if (region.slice().start() >= range.end()) {
        break;
      }
      out.append(source, copied, region.slice().start()).append(translated(region));
      copied = region.slice().end();
    }
    return out.append(source, copied, range.end());
  }

  private static int firstFrom(List<Region> regions, int start) {
    int low = 0;
    int high = regions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (regions.get(middle).slice().start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What nobody has changed stays as it was written, with all its splits and marks. */
  private CharSequence translated(Region region) {
    String text = texts.apply(region);
    if (text.equals(region.text())) {
      return copy(region.slice(), region.inner());
    }
    if (region instanceof Region.Paragraph paragraph) {
      return paragraph
          .content()
          .render(text, slice -> copy(slice, region.inner()).toString(), language);
    }
    String lineEnd = ((Region.Value) region).lineEnd();
    String plain = InlineCodes.unescape(InlineCodes.strip(text));
    return XmlText.escapeAttribute(plain).replace("&#10;", lineEnd);
  }
}
