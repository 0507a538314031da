package io.haidang.gateway.cli;

import io.haidang.gateway.config.PairText;
import io.haidang.models.LanguagePair;

/** Reads a direction from the command line. */
final class LanguagePairs {

  private LanguagePairs() {}

  /** Reads one such as {@code vi-en}. */
  static LanguagePair parse(String direction) {
    return PairText.parse(direction)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "pair: " + direction + " (expected: two language tags, such as vi-en)"));
  }

  static LanguagePair parse(String from, String to) {
    try {
      return LanguagePair.of(from, to);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }
}
