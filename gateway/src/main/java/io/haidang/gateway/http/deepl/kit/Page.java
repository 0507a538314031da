package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.http.dialect.Parameters;
import java.util.List;

/**
 * A part of a list, as clients turn its pages.
 *
 * @param number from 0
 * @param size 1 to 25
 */
public record Page(int number, int size) {

  private static final int USUAL = 10;
  private static final int MOST = 25;

  /** The page that a request asks for: the first ten unless it says otherwise. */
  public static Page of(Parameters parameters) {
    return new Page(
        parameters.number("page", 0, 0, Integer.MAX_VALUE),
        parameters.number("page_size", USUAL, 1, MOST));
  }

  /** What of {@code all} is on the page; nothing beyond the end. */
  public <T> List<T> of(List<T> all) {
    long from = Math.min(all.size(), (long) number * size);
    return all.subList((int) from, (int) Math.min(all.size(), from + size));
  }
}
