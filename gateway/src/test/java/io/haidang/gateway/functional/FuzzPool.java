package io.haidang.gateway.functional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What answers have named so far, so that later requests ask for things that there are. */
final class FuzzPool {

  private static final int MOST = 400;

  private static final Pattern ADDRESS = Pattern.compile("/api/v1/([a-z]+)/([0-9a-f-]{36})");

  private final Random random;
  private final Map<String, List<String>> ids = new HashMap<>();

  FuzzPool(Random random) {
    this.random = random;
  }

  /**
   * Takes in what an answer names.
   *
   * @param collection what the answer is about, such as {@code targets}
   */
  void learn(String collection, JsonNode answer) {
    if (answer.isTextual()) {
      learn(answer.asText());
    }
    if (answer.path("id").isValueNode()) {
      keep(collection, answer.path("id").asText());
    }
    answer.forEach(item -> learn(collection, item));
    answer.properties().forEach(member -> learn(member.getKey(), member.getValue()));
  }

  /** Addresses tell of collections and ids. */
  private void learn(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (address.find()) {
      keep(address.group(1), address.group(2));
    }
  }

  private void keep(String collection, String id) {
    List<String> known = ids.computeIfAbsent(collection, key -> new ArrayList<>());
    if (known.size() < MOST) {
      known.add(id);
    } else {
      known.set(random.nextInt(MOST), id);
    }
  }

  /** An id of a collection that there is, most of the time. */
  String id(String collection) {
    List<String> known = ids.getOrDefault(collection, List.of());
    return known.isEmpty() || random.nextInt(10) == 0
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : known.get(random.nextInt(known.size()));
  }
}
