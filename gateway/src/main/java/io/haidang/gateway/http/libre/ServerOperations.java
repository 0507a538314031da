package io.haidang.gateway.http.libre;

import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.engine.Texts;
import io.haidang.gateway.http.dialect.DialectReply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** What the server says of itself. */
final class ServerOperations {

  private static final String DESCRIPTION = "libretranslate.json";
  private static final int FRONTEND_TIMEOUT = 500;

  private final Directions directions;
  private final String prefix;

  private ServerOperations(Directions directions, String prefix) {
    this.directions = directions;
    this.prefix = prefix;
  }

  static void add(LibreAddresses addresses) {
    ServerOperations server =
        new ServerOperations(addresses.services().texts().directions(), addresses.prefix());
    JsonObject description = server.description();
    addresses.open("/health", () -> DialectReply.json(new JsonObject().put("status", "ok")));
    addresses.open("/frontend/settings", server::settings);
    addresses.open("/spec", () -> DialectReply.json(description));
  }

  private DialectReply settings() {
    return DialectReply.json(
        new JsonObject()
            .put("charLimit", Texts.LONGEST)
            .put("frontendTimeout", FRONTEND_TIMEOUT)
            .put("apiKeys", true)
            .put("keyRequired", true)
            .put("suggestions", false)
            .put("filesTranslation", true)
            .put("supportedFilesFormat", new JsonArray(FileOperations.extensions()))
            .put(
                "language",
                new JsonObject()
                    .put("source", new JsonObject().put("code", "auto").put("name", "Auto Detect"))
                    .put("target", target())));
  }

  private JsonObject target() {
    Locale target =
        directions.pairs().stream()
            .flatMap(pair -> Stream.of(pair.target()))
            .min(Comparator.comparing(LibreCode::name))
            .orElse(Locale.ENGLISH);
    return new JsonObject().put("code", LibreCode.of(target)).put("name", LibreCode.name(target));
  }

  private JsonObject description() {
    try (InputStream file = ServerOperations.class.getResourceAsStream(DESCRIPTION)) {
      if (file == null) {
        throw new IllegalStateException(DESCRIPTION + ": missing (expected: on the class path)");
      }
      String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new JsonObject(json).put("basePath", prefix.isEmpty() ? "/" : prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
