package io.haidang.translation.memory.tmx;

import java.util.HashMap;
import java.util.Map;

/** The numbers of a unit's inline codes, the same in all its languages. Not thread-safe. */
final class TmxCodes {

  private final Map<String, Integer> numbers = new HashMap<>();

  /** The number of a code that other languages call by the same name. */
  int number(String name) {
    return numbers.computeIfAbsent(name, unknown -> numbers.size() + 1);
  }
}
