package io.haidang.gateway.retention;

import java.util.List;

/**
 * What the next run deletes, as things stand now.
 *
 * @param stories how many
 * @param texts how many products they have
 * @param first the first of those that the reader may see, the longest unchanged first
 */
public record Outlook(int stories, int texts, List<Keeping> first) {

  public Outlook {
    first = List.copyOf(first);
  }
}
