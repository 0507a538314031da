package io.haidang.translation.document.snippet;

import java.util.HashSet;
import java.util.Set;

/**
 * Which elements of XML separate texts from one another, and which are not read. Names are compared
 * exactly, with their prefix. Immutable.
 *
 * @param outline whether elements beside which there is no text separate texts, too, unless their
 *     names are those of inline elements everywhere
 * @param splitting separate texts
 * @param nonSplitting never do
 * @param ignored are left as they are
 */
public record TagRules(
    boolean outline, Set<String> splitting, Set<String> nonSplitting, Set<String> ignored) {

  /** By the outline alone. */
  public static final TagRules DEFAULT = new TagRules(true, Set.of(), Set.of(), Set.of());

  public TagRules {
    splitting = Set.copyOf(splitting);
    nonSplitting = Set.copyOf(nonSplitting);
    ignored = Set.copyOf(ignored);
    Set<String> both = new HashSet<>(splitting);
    both.retainAll(nonSplitting);
    if (!both.isEmpty()) {
      throw new IllegalArgumentException("tags: splitting and not (expected: one of both)");
    }
  }
}
