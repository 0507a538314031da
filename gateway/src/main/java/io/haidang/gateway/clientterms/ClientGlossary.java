package io.haidang.gateway.clientterms;

import io.haidang.models.LanguagePair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A word list of a client, without its words.
 *
 * @param owner the account that it belongs to; nobody else sees it
 * @param name 1 to 1024 bytes in UTF-8; need not be unique
 * @param directions in the order in which they were last replaced
 */
public record ClientGlossary(
    UUID id, UUID owner, String name, Instant createdAt, List<Direction> directions) {

  public ClientGlossary {
    directions = List.copyOf(directions);
  }

  /**
   * A dictionary of the glossary.
   *
   * @param entries how many word pairs it has
   * @param bytes of them, in UTF-8
   * @param digest equal for equal words in equal order
   */
  public record Direction(LanguagePair pair, int entries, long bytes, String digest) {}

  /** The direction whose words serve a translation from and to these languages. */
  public Optional<Direction> serving(LanguagePair pair) {
    LanguagePair base = ClientDictionary.base(pair);
    return directions.stream().filter(direction -> direction.pair().equals(base)).findFirst();
  }
}
