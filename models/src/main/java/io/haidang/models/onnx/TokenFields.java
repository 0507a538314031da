package io.haidang.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.internal.search.TokenIds;
import java.util.ArrayList;
import java.util.List;

/** Reads token ids of a JSON file, each less than the size of the vocabulary. */
record TokenFields(JsonFile file, int vocabularySize) {

  /** One id, or none where it is absent. */
  TokenIds one(String name) {
    JsonNode value = value(name);
    return value.isMissingNode() || value.isNull() ? TokenIds.NONE : TokenIds.of(id(name, value));
  }

  /** One id, of another file where it is absent here. */
  TokenIds oneOr(String name, TokenFields other) {
    return file.root().hasNonNull(name)
        ? one(name)
        : TokenIds.of(other.id(name, other.value(name)));
  }

  /** An id or a list of them; none where it is absent. */
  TokenIds some(String name) {
    JsonNode value = value(name);
    return value.isArray() ? list(name, value) : one(name);
  }

  /** One id or more, of another file where they are absent here. */
  TokenIds someOr(String name, TokenFields other) {
    TokenIds found = file.root().hasNonNull(name) ? some(name) : other.some(name);
    if (found.isEmpty()) {
      throw file.fault(name, file.root().path(name), expected());
    }
    return found;
  }

  /** Lists of ids, none of them empty. */
  List<TokenIds> lists(String name) {
    List<TokenIds> lists = new ArrayList<>();
    for (JsonNode value : file.root().path(name)) {
      if (!value.isArray() || value.isEmpty()) {
        throw file.fault(name, value, "lists of token ids");
      }
      lists.add(list(name, value));
    }
    return List.copyOf(lists);
  }

  private JsonNode value(String name) {
    return file.root().path(name);
  }

  private TokenIds list(String name, JsonNode values) {
    int[] ids = new int[values.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = id(name, values.path(i));
    }
    return TokenIds.of(ids);
  }

  private int id(String name, JsonNode value) {
    if (!value.isInt() || value.intValue() < 0 || value.intValue() >= vocabularySize) {
      throw file.fault(name, value, expected());
    }
    return value.intValue();
  }

  private String expected() {
    return "a token id of 0 to " + (vocabularySize - 1);
  }
}
