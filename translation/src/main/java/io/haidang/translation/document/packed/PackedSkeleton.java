package io.haidang.translation.document.packed;

import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A package whose parts have regions of text. Parts without a changed region are copied as they are
 * packed.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class PackedSkeleton implements DocumentSkeleton {

  /** A bare number, a mark or a line: the same in every language. */
  private static final Pattern NOTHING =
      Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]*+(?:\\d{1,4}[\\p{P}\\p{S}\\p{Z}\\s]*+)?");

  private final byte[] content;
  private final List<MarkupPart> parts;
  private final List<TextUnit> units = new ArrayList<>();
  private final IdentityHashMap<Region, Integer> numbers = new IdentityHashMap<>();

  /**
   * Numbers the regions.
   *
   * @param parts in reading order
   */
  public PackedSkeleton(byte[] content, List<MarkupPart> parts) {
    this.content = content;
    this.parts = List.copyOf(parts);
    for (MarkupPart part : parts) {
      part.regions().forEach(region -> number(region, part.mirrors()));
    }
  }

  /** A region that mirrors another one gets the translation of that one. */
  private void number(Region region, IdentityHashMap<Region, Region> mirrors) {
    Region original = mirrors.get(region);
    Integer known = original == null ? null : numbers.get(original);
    if (known != null) {
      numbers.put(region, known);
    } else if (!NOTHING.matcher(InlineCodes.strip(region.text())).matches()) {
      numbers.put(region, units.size());
      String name = region instanceof Region.Paragraph paragraph ? paragraph.name() : "";
      units.add(TextUnit.of(region.text(), name));
    }
    region.inner().forEach(inner -> number(inner, mirrors));
  }

  @Override
  public List<TextUnit> units() {
    return List.copyOf(units);
  }

  @Override
  public byte[] merge(List<String> texts, MergeOptions options) {
    Function<Region, String> translation =
        region -> {
          Integer number = numbers.get(region);
          return number == null ? region.text() : texts.get(number);
        };
    Map<String, byte[]> changed = new HashMap<>();
    for (MarkupPart part : parts) {
      XmlPart xml = part.xml();
      CharSequence merged =
          new PartRenderer(xml.text(), translation, options.language()).render(part.regions());
      if (!xml.text().contentEquals(merged) || part.isRewritten()) {
        changed.put(xml.name(), xml.encode(merged));
      }
    }
    if (changed.isEmpty()) {
      return content.clone();
    }
    try (PackedFile file = PackedFile.reopen(content)) {
      return file.with(changed);
    }
  }
}
