package io.haidang.gateway.http;

import io.haidang.gateway.store.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description of the API: {@code openapi.yaml}, joined with the file of each room that it
 * names. A client gets the whole.
 *
 * <p><b>Thread-safety:</b> immutable; each call gives a copy. <b>Blocking:</b> {@link #read} reads
 * from the class path.
 */
public final class ApiContract {

  private static final String HEAD = "/openapi.yaml";

  /** The files of the rooms, in the order in which a reader wants them. */
  private static final String ROOMS = "x-rooms";

  private static final String PATHS = "paths";
  private static final String COMPONENTS = "components";

  private final String json;

  private ApiContract(JsonObject whole) {
    this.json = whole.encode();
  }

  /**
   * Joins the files.
   *
   * @throws IllegalStateException when a room is missing, or two describe the same
   */
  public static ApiContract read() {
    JsonObject whole = parse(HEAD);
    for (Object room : (JsonArray) whole.remove(ROOMS)) {
      JsonObject part = parse("/" + room);
      part.getJsonObject(PATHS).forEach(path -> tag((JsonObject) path.getValue(), room));
      join(whole.getJsonObject(PATHS), part.getJsonObject(PATHS), room);
      JsonObject components = part.getJsonObject(COMPONENTS, new JsonObject());
      for (String kind : components.fieldNames()) {
        JsonObject all = whole.getJsonObject(COMPONENTS).getJsonObject(kind);
        join(all, components.getJsonObject(kind), room);
      }
    }
    whole.getJsonObject(PATHS).forEach(path -> addNotModified((JsonObject) path.getValue()));
    return new ApiContract(whole);
  }

  /** Whoever reads may ask whether anything has changed; written here once instead of at each. */
  private static void addNotModified(JsonObject path) {
    JsonObject read = path.getJsonObject("get");
    if (read != null) {
      read.getJsonObject("responses")
          .put("304", new JsonObject().put("description", "As If-None-Match knows it already"));
    }
  }

  /** Operations are listed under the name of their room. */
  private static void tag(JsonObject path, Object room) {
    String file = String.valueOf(room);
    String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    for (String method : path.fieldNames()) {
      if (path.getValue(method) instanceof JsonObject operation) {
        operation.put("tags", new JsonArray().add(name));
      }
    }
  }

  private static void join(JsonObject whole, JsonObject part, Object room) {
    for (String name : part.fieldNames()) {
      if (whole.containsKey(name)) {
        throw new IllegalStateException(room + ": " + name + " (expected: described once)");
      }
      whole.put(name, part.getValue(name));
    }
  }

  private static JsonObject parse(String resource) {
    try (InputStream file = ApiContract.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + ": missing (expected: on the class path)");
      }
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return new JsonObject(Json.write(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole as JSON. */
  public JsonObject toJson() {
    return new JsonObject(json);
  }

  /** As clients get it: the server is the one that they have asked. */
  JsonObject published() {
    return toJson().put("servers", new JsonArray().add(new JsonObject().put("url", "/api/v1")));
  }

  /** The whole as YAML, for people. */
  String toYaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setWidth(150);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(published().getMap());
  }
}
