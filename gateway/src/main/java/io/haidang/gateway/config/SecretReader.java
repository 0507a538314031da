package io.haidang.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches what {@code env:NAME} and {@code file:PATH} point to. Secrets never come into a message.
 */
final class SecretReader {

  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";

  private final Map<String, String> environment;
  private final Path home;

  /**
   * A reader.
   *
   * @param home what relative paths are relative to
   */
  SecretReader(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  static boolean isReference(String value) {
    return value.startsWith(VARIABLE) || value.startsWith(FILE);
  }

  /** What a reference should have been, for a message about one that leads nowhere. */
  static String expected(String reference) {
    return reference.startsWith(VARIABLE)
        ? "the name of a variable that is set"
        : "a readable file";
  }

  /** The secret without white space around it; empty when it is not there. */
  Optional<String> read(String reference) {
    if (reference.startsWith(VARIABLE)) {
      return Optional.ofNullable(environment.get(reference.substring(VARIABLE.length())))
          .map(String::strip);
    }
    try {
      Path file = home.resolve(reference.substring(FILE.length()));
      return Optional.of(Files.readString(file).strip());
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
