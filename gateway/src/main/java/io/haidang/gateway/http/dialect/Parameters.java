package io.haidang.gateway.http.dialect;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, whichever way it came: query, form, form with files, or JSON. Immutable.
 *
 * <p>Readers throw {@link DialectException} with status 400 and the name of the parameter.
 */
public final class Parameters {

  private final JsonObject tree;

  Parameters(JsonObject tree) {
    this.tree = tree;
  }

  /** Those of a JSON object, such as a member of a list. */
  public static Parameters of(JsonObject json) {
    return new Parameters(json.copy());
  }

  /** Whether it was sent, even if it is empty. */
  public boolean has(String name) {
    return tree.getValue(name) != null;
  }

  /** What was sent as JSON, for operations that take an object as it is. */
  public JsonObject json() {
    return tree.copy();
  }

  /** A text; of several the first. */
  public Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** A text that has to be there; it may be empty. */
  public String required(String name) {
    return text(name).orElseThrow(() -> DialectException.missing(name));
  }

  /** All texts of that name in their order: a list, a repeated field, or one. */
  public List<String> texts(String name) {
    return values(name).stream().map(value -> scalar(name, value)).toList();
  }

  /** A list whose members are separate, or one text with commas; without blanks and empty ones. */
  public List<String> commaTexts(String name) {
    return texts(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** {@code 0}, {@code 1}, {@code true} or {@code false}. */
  public boolean flag(String name, boolean usual) {
    return text(name)
        .map(
            value ->
                switch (value.toLowerCase(Locale.ROOT)) {
                  case "1", "true" -> true;
                  case "0", "false" -> false;
                  default -> throw DialectException.unsupportedValue(name, "0, 1, true or false");
                })
        .orElse(usual);
  }

  /** A whole number from {@code least} to {@code most}. */
  public int number(String name, int usual, int least, int most) {
    return text(name).map(value -> number(name, value, least, most)).orElse(usual);
  }

  private static int number(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered like a number out of range.
    }
    throw DialectException.badRequest(
        "Parameter \"" + name + "\" must be an integer between " + least + " and " + most);
  }

  /** One of {@code allowed}, which are in lower case; any case is taken. */
  public Optional<String> choice(String name, Set<String> allowed) {
    Optional<String> value = text(name).map(text -> text.toLowerCase(Locale.ROOT));
    if (value.isPresent() && !allowed.contains(value.get())) {
      throw DialectException.unsupportedValue(name, String.join(", ", new TreeSet<>(allowed)));
    }
    return value;
  }

  /** Objects of a list, or one; none when nothing was sent. */
  public List<Parameters> objects(String name) {
    return values(name).stream().map(value -> object(name, value)).toList();
  }

  private List<Object> values(String name) {
    Object value = tree.getValue(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof JsonArray array
        ? Arrays.asList(array.stream().toArray())
        : List.of(value);
  }

  private static String scalar(String name, @Nullable Object value) {
    if (value == null || value instanceof JsonObject || value instanceof JsonArray) {
      throw DialectException.unsupportedValue(name, "a text");
    }
    return String.valueOf(value);
  }

  private static Parameters object(String name, @Nullable Object value) {
    if (value instanceof JsonObject object) {
      return new Parameters(object);
    }
    throw DialectException.unsupportedValue(name, "an object");
  }
}
