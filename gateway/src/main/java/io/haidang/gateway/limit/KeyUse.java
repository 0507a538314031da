package io.haidang.gateway.limit;

/**
 * What a key has taken.
 *
 * @param requests that were let in
 * @param characters that were translated, in code points
 * @param documents that were handed in
 */
public record KeyUse(long requests, long characters, long documents) {

  /** Nothing. */
  public static final KeyUse NONE = new KeyUse(0, 0, 0);

  KeyUse plus(KeyUse other) {
    return new KeyUse(
        requests + other.requests, characters + other.characters, documents + other.documents);
  }

  KeyUse minus(KeyUse other) {
    return new KeyUse(
        requests - other.requests, characters - other.characters, documents - other.documents);
  }
}
