package io.haidang.gateway.functional;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Requests that the contract describes, operation after operation. */
final class FuzzGenerator {

  private static final String BASE = "/api/v1";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final String BOUNDARY = "fuzz-boundary";

  private final List<Described> operations = new ArrayList<>();
  private final SchemaValues values;
  private final Random random;

  /** An operation with all of its parameters. */
  private record Described(
      String id, String method, String path, JsonArray parameters, JsonObject body) {}

  FuzzGenerator(JsonObject contract, Random random, FuzzPool pool) {
    this.values = new SchemaValues(contract, random, pool);
    this.random = random;
    contract
        .getJsonObject("paths")
        .forEach(path -> addAll(path.getKey(), (JsonObject) path.getValue()));
  }

  private void addAll(String path, JsonObject described) {
    for (String method : described.fieldNames()) {
      if (METHODS.contains(method)) {
        JsonObject operation = described.getJsonObject(method);
        JsonArray parameters =
            new JsonArray()
                .addAll(described.getJsonArray("parameters", new JsonArray()))
                .addAll(operation.getJsonArray("parameters", new JsonArray()));
        operations.add(
            new Described(
                operation.getString("operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                operation.getJsonObject("requestBody", new JsonObject())));
      }
    }
  }

  int operations() {
    return operations.size();
  }

  /** A request as the contract allows it. */
  FuzzRequest valid(int number) {
    Described operation = operations.get(number % operations.size());
    FuzzRequest request =
        new FuzzRequest(operation.id(), operation.method(), BASE + operation.path());
    for (Object each : operation.parameters()) {
      set(request, values.resolve((JsonObject) each));
    }
    setBody(request, operation.body());
    return request;
  }

  private void set(FuzzRequest request, JsonObject parameter) {
    String name = parameter.getString("name");
    String value =
        name.equals("id")
            ? values.id(collection(request.path))
            : String.valueOf(values.of(name, parameter.getJsonObject("schema", new JsonObject())));
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    boolean isWanted = parameter.getBoolean("required", false) || random.nextInt(3) == 0;
    switch (parameter.getString("in")) {
      case "path" -> request.path = request.path.replace("{" + name + "}", encoded);
      case "query" -> {
        if (isWanted) {
          request.query += (request.query.isEmpty() ? "" : "&") + name + "=" + encoded;
        }
      }
      default -> {
        if (isWanted) {
          request.headers.put(name, encoded);
        }
      }
    }
  }

  /** What stands before the id. */
  private static String collection(String path) {
    String before = path.substring(0, Math.max(1, path.indexOf("/{id}")));
    return before.substring(before.lastIndexOf('/') + 1);
  }

  private void setBody(FuzzRequest request, JsonObject body) {
    JsonObject content = body.getJsonObject("content", new JsonObject());
    if (content.containsKey("application/octet-stream")) {
      request.send("application/octet-stream", Buffer.buffer(file()));
    } else if (content.containsKey("application/json")) {
      JsonObject schema = content.getJsonObject("application/json").getJsonObject("schema");
      JsonObject json = (JsonObject) Objects.requireNonNull(values.of("body", schema));
      boolean asForm = content.containsKey("multipart/form-data") && random.nextInt(3) == 0;
      if (asForm) {
        request.send("multipart/form-data; boundary=" + BOUNDARY, form(json));
      } else {
        request.send("application/json", json.toBuffer());
      }
    }
  }

  private String file() {
    return List.of(
            "id,vi,en\nx-" + random.nextInt(1_000) + ",Sở thử nghiệm,Test Department\n",
            "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"vi\"/><body/></tmx>",
            "",
            "\u0000\u0001PK",
            "a;b\n\"")
        .get(random.nextInt(5));
  }

  private Buffer form(JsonObject data) {
    data.remove("content");
    String text =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n"
            + data.encode()
            + "\r\n--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tin.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nCảng Hải Phòng.\r\n--"
            + BOUNDARY
            + "--\r\n";
    return Buffer.buffer(text);
  }
}
