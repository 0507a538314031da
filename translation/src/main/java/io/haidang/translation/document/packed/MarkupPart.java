package io.haidang.translation.document.packed;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * A part with its text.
 *
 * @param regions in order, not overlapping
 * @param mirrors regions that repeat another one word for word, such as a fallback for old
 *     programs, and get its translation
 * @param isRewritten whether the part differs from that in the package before anything is
 *     translated
 */
public record MarkupPart(
    XmlPart xml,
    List<Region> regions,
    IdentityHashMap<Region, Region> mirrors,
    boolean isRewritten) {

  public MarkupPart {
    regions = List.copyOf(regions);
  }
}
