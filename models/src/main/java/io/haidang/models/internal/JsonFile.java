package io.haidang.models.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON file of a model folder, whose faults are reported with the file's name and what was
 * expected.
 */
public final class JsonFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final JsonNode root;

  private JsonFile(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file whose root is an object.
   *
   * @throws ModelException.Unloadable when it is missing or is no JSON object
   */
  public static JsonFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException.Unloadable(file + ": missing (expected: a JSON file)");
    }
    try {
      JsonNode root = MAPPER.readTree(file.toFile());
      if (root.isObject()) {
        return new JsonFile(file, root);
      }
    } catch (IOException e) {
      throw new ModelException.Unloadable(file + ": unreadable (expected: a JSON object)", e);
    }
    throw new ModelException.Unloadable(file + ": not an object (expected: a JSON object)");
  }

  public JsonNode root() {
    return root;
  }

  /** A whole number of at least {@code least}. */
  public int integer(String name, int least) {
    JsonNode value = root.path(name);
    if (!value.isInt() || value.intValue() < least) {
      throw fault(name, value, "a whole number of at least " + least);
    }
    return value.intValue();
  }

  /** A whole number of at least {@code least}, or {@code fallback} when absent. */
  public int integer(String name, int least, int fallback) {
    return root.hasNonNull(name) ? integer(name, least) : fallback;
  }

  /** A finite number, or {@code fallback} when absent. */
  public double number(String name, double fallback) {
    JsonNode value = root.path(name);
    if (!root.hasNonNull(name)) {
      return fallback;
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw fault(name, value, "a finite number");
    }
    return value.doubleValue();
  }

  /** A text. */
  public String text(String name) {
    JsonNode value = root.path(name);
    if (!value.isTextual()) {
      throw fault(name, value, "a text");
    }
    return value.textValue();
  }

  /** The failure that says what this file should have held. */
  public ModelException.Unloadable fault(String name, Object value, String expected) {
    Object shown = value instanceof JsonNode node && node.isMissingNode() ? "(absent)" : value;
    return new ModelException.Unloadable(
        file + ": " + name + ": " + shown + " (expected: " + expected + ")");
  }
}
