package io.haidang.gateway.cli;

import io.haidang.models.LanguagePair;

/** Reads a direction from the command line. */
final class LanguagePairs {

  private LanguagePairs() {}

  static LanguagePair parse(String from, String to) {
    try {
      return LanguagePair.of(from, to);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }
}
