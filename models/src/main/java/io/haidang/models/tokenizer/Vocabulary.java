package io.haidang.models.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.internal.JsonFile;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tokens and their ids, and which of them are special. Immutable. */
final class Vocabulary {

  /** Far beyond any model; keeps a broken file from asking for all memory. */
  private static final int MOST_IDS = 4_000_000;

  private final Map<String, Integer> ids;
  private final @Nullable String[] tokens;
  private final BitSet special;

  private Vocabulary(Map<String, Integer> ids, @Nullable String[] tokens, BitSet special) {
    this.ids = ids;
    this.tokens = tokens;
    this.special = special;
  }

  /** One more than the largest id. */
  int size() {
    return tokens.length;
  }

  OptionalInt id(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** The id of an ordinary token, or {@code fallback}: text never gives a special one. */
  int ordinaryId(String token, int fallback) {
    Integer id = ids.get(token);
    return id == null || special.get(id) ? fallback : id;
  }

  /** Whether an id stands for something that is not special. */
  boolean isOrdinary(int id) {
    return id >= 0 && id < tokens.length && tokens[id] != null && !special.get(id);
  }

  /** An ordinary token; empty for others. */
  String token(int id) {
    String token = isOrdinary(id) ? tokens[id] : null;
    return token == null ? "" : token;
  }

  /** The special tokens and their ids. */
  Map<String, Integer> specialTokens() {
    Map<String, Integer> found = new HashMap<>();
    special.stream().forEach(id -> found.put(String.valueOf(tokens[id]), id));
    return found;
  }

  /** Collects tokens; a file is named in what it refuses. */
  static final class Builder {
    private final JsonFile file;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, String> tokens = new HashMap<>();
    private final BitSet special = new BitSet();
    private int size;

    Builder(JsonFile file) {
      this.file = file;
    }

    /** The ids of {@code vocab.json}. */
    Builder addAll(JsonFile vocabulary) {
      for (Map.Entry<String, JsonNode> entry : vocabulary.root().properties()) {
        JsonNode id = entry.getValue();
        if (!id.isInt()) {
          throw vocabulary.fault("id", id, "a whole number");
        }
        add(entry.getKey(), id.intValue());
      }
      if (size != tokens.size()) {
        throw vocabulary.fault("ids", tokens.size() + " up to " + size, "one id per piece, no gap");
      }
      return this;
    }

    Builder add(String token, int id) {
      if (id < 0 || id > MOST_IDS) {
        throw file.fault("id", id, "0 to " + MOST_IDS);
      }
      String other = tokens.putIfAbsent(id, token);
      if (other != null && !other.equals(token)) {
        throw file.fault("id", id, "one token each");
      }
      ids.putIfAbsent(token, id);
      size = Math.max(size, id + 1);
      return this;
    }

    Builder addSpecial(String token, int id) {
      add(token, id);
      special.set(id);
      return this;
    }

    /** Marks a token as special, if there is one. */
    Builder markSpecial(String token) {
      Integer id = ids.get(token);
      if (id != null) {
        special.set(id);
      }
      return this;
    }

    boolean contains(String token) {
      return ids.containsKey(token);
    }

    int size() {
      return size;
    }

    Vocabulary build() {
      @Nullable String[] byId = new @Nullable String[size];
      tokens.forEach((id, token) -> byId[id] = token);
      return new Vocabulary(Map.copyOf(ids), byId, (BitSet) special.clone());
    }
  }
}
