package io.haidang.models;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wording that an output must contain, in one of several forms.
 *
 * @param alternatives forms of which one is enough, the best first; at least one, none blank. Each
 *     will also do with a capital as its first letter, as at the start of a sentence.
 */
public record RequiredPhrase(List<String> alternatives) {

  public RequiredPhrase {
    alternatives = List.copyOf(alternatives);
    if (alternatives.isEmpty() || alternatives.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "phrase.alternatives: none or a blank one (expected: at least one wording)");
    }
  }

  /** A wording, and other forms that will do. */
  public static RequiredPhrase of(String best, String... others) {
    return new RequiredPhrase(Stream.concat(Stream.of(best), Arrays.stream(others)).toList());
  }

  /** The form to prefer. */
  public String best() {
    return alternatives.get(0);
  }
}
