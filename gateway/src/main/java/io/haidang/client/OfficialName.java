package io.haidang.client;

import java.util.List;
import java.util.Optional;

/**
 * Something with official names.
 *
 * @param source law or document that the names come from; may be empty
 */
public record OfficialName(String id, String source, List<Wording> wordings) {

  public OfficialName {
    wordings = List.copyOf(wordings);
  }

  /**
   * One of its names.
   *
   * @param status {@code preferred}, {@code admitted}, {@code abbreviation} or {@code forbidden}
   */
  public record Wording(String language, String text, String status) {}

  /** The name to write in a language; empty when the desk has none. */
  public Optional<String> preferred(String language) {
    return wordings.stream()
        .filter(wording -> wording.status().equals("preferred"))
        .filter(wording -> wording.language().equals(language))
        .map(Wording::text)
        .findFirst();
  }
}
