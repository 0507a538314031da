package io.haidang.translation.document.po;

import io.haidang.translation.document.inplace.FileLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message with its comments.
 *
 * @param flags the line that begins with {@code #,}; null without one
 * @param strings in the order of the file
 */
record PoEntry(@Nullable FileLine flags, List<PoString> strings) {

  PoEntry {
    strings = List.copyOf(strings);
  }

  Optional<PoString> string(String keyword) {
    return strings.stream().filter(string -> string.keyword().equals(keyword)).findFirst();
  }

  /** {@code msgstr}, or {@code msgstr[0]} and so on. */
  List<PoString> translations() {
    return strings.stream().filter(string -> string.keyword().startsWith("msgstr")).toList();
  }

  boolean isFuzzy() {
    return flagNames().contains("fuzzy");
  }

  private List<String> flagNames() {
    if (flags == null) {
      return List.of();
    }
    return Arrays.stream(flags.text().substring(2).split(",")).map(String::strip).toList();
  }

  /** The line of flags without {@code fuzzy}; empty when none is left. */
  String flagsWithoutFuzzy() {
    List<String> left = new ArrayList<>(flagNames());
    left.remove("fuzzy");
    return left.isEmpty() ? "" : "#, " + String.join(", ", left);
  }

  /** Whether a translator has been here, and nobody doubts it. */
  boolean isTranslated() {
    return !isFuzzy()
        && !translations().isEmpty()
        && translations().stream().noneMatch(string -> string.value().isBlank());
  }
}
