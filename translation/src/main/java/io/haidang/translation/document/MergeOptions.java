package io.haidang.translation.document;

import java.util.List;
import java.util.Locale;

/**
 * How a document is put together again.
 *
 * @param language of the new texts, which some formats say of themselves
 * @param unbroken phrases that no line or caption may end inside of, such as official names
 */
public record MergeOptions(Locale language, List<String> unbroken) {

  public MergeOptions {
    unbroken = List.copyOf(unbroken);
  }

  /** Without phrases to hold together. */
  public static MergeOptions of(Locale language) {
    return new MergeOptions(language, List.of());
  }
}
