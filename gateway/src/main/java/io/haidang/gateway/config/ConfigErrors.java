package io.haidang.gateway.config;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a configuration, to be told at once. Not thread-safe. */
final class ConfigErrors {

  /** A secret, or what may hold one, is never repeated. */
  static final String HIDDEN = "***";

  private final List<String> errors = new ArrayList<>();

  /** A value that came from the environment or is a default. */
  void add(String name, Object value, String expected) {
    errors.add(name + ": " + value + " (expected: " + expected + ")");
  }

  /**
   * A value of the configuration file.
   *
   * @param line where it begins, from 1
   */
  void add(String name, Object value, String expected, int line) {
    errors.add(name + ": " + value + " (expected: " + expected + "), line " + line);
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new ConfigException(errors);
    }
  }
}
