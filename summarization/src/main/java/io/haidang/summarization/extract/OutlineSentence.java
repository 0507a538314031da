package io.haidang.summarization.extract;

import java.util.List;

/**
 * A sentence of the source, put together when it was cut into several segments. Immutable.
 *
 * @param text on one line, without the mark of a list item
 * @param segments indices of its segments
 * @param paragraph number of its paragraph among those of the body, from 0
 * @param position its number within the paragraph, from 0
 */
public record OutlineSentence(String text, List<Integer> segments, int paragraph, int position) {

  public OutlineSentence {
    segments = List.copyOf(segments);
  }
}
