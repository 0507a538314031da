package io.haidang.gateway.engine;

import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.document.SegmentedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Segments of several texts as those of one document, so that an engine has them all at once, and
 * apart, so that none is taken for the neighbour of another text's.
 *
 * @param document all segments, with what stands before and between them
 * @param places of those to translate
 */
record SegmentBatch(List<String> document, List<Integer> places) {

  private static final List<String> BETWEEN = Collections.nCopies(SegmentTranslator.NEIGHBOURS, "");

  SegmentBatch {
    document = List.copyOf(document);
    places = List.copyOf(places);
  }

  /**
   * The segments of all texts in their order.
   *
   * @param before segments that stand before each of the texts
   */
  static SegmentBatch of(List<SegmentedDocument> texts, List<String> before) {
    List<String> document = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (SegmentedDocument text : texts) {
      document.addAll(before);
      for (String segment : text.segments()) {
        places.add(document.size());
        document.add(segment);
      }
      document.addAll(BETWEEN);
    }
    return new SegmentBatch(document, places);
  }

  /** Parts of at most {@code size} segments to translate, in their order. */
  List<Excerpt> parts(int size) {
    List<Excerpt> parts = new ArrayList<>();
    for (int from = 0; from < places.size(); from += size) {
      int to = Math.min(places.size(), from + size);
      parts.add(new Excerpt(document, places.subList(from, to)));
    }
    return parts;
  }
}
