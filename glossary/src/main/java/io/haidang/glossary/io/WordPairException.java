package io.haidang.glossary.io;

/**
 * A list of word pairs that cannot be read. The message says at which entry, counted from 0, and at
 * which character, in the words that clients of such lists know; it never quotes an entry.
 */
public final class WordPairException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WordPairException(String message) {
    super(message);
  }
}
