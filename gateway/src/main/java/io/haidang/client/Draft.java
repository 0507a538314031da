package io.haidang.client;

import java.util.List;

/**
 * A draft that the desk has taken.
 *
 * @param targets one for each language
 */
public record Draft(String id, String title, List<Target> targets) {

  public Draft {
    targets = List.copyOf(targets);
  }
}
