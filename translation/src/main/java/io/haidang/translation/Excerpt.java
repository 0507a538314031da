package io.haidang.translation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some segments of a document, which know what stands around them. Immutable.
 *
 * @param document segments in reading order, inline codes included
 * @param places indices of the segments that are meant, in growing order
 */
public record Excerpt(List<String> document, List<Integer> places) {

  public Excerpt {
    document = List.copyOf(document);
    places = List.copyOf(places);
    int last = -1;
    for (int place : places) {
      if (place <= last || place >= document.size()) {
        throw new IllegalArgumentException(
            "place: " + place + " (expected: growing, below " + document.size() + ")");
      }
      last = place;
    }
  }

  /** All of it. */
  public static Excerpt whole(List<String> document) {
    return range(document, 0, document.size());
  }

  /** The segments from {@code from} to before {@code to}. */
  public static Excerpt range(List<String> document, int from, int to) {
    return new Excerpt(document, IntStream.range(from, to).boxed().toList());
  }

  /** The segments that are meant. */
  public List<String> texts() {
    return places.stream().map(document::get).toList();
  }

  /**
   * What precedes the {@code index}-th of them.
   *
   * @param most segments, 0 or more; fewer at the beginning of the document
   */
  public List<String> before(int index, int most) {
    int place = places.get(index);
    return document.subList(Math.max(0, place - most), place);
  }

  /** What follows the {@code index}-th of them. */
  public List<String> after(int index, int most) {
    int next = places.get(index) + 1;
    return document.subList(next, Math.min(document.size(), next + most));
  }

  /** Those of them at {@code indices}, counted from 0, in growing order. */
  public Excerpt only(List<Integer> indices) {
    return new Excerpt(document, indices.stream().map(places::get).toList());
  }
}
