package io.haidang.gateway.http.deepl;

import io.haidang.gateway.http.deepl.document.DocumentOperations;
import io.haidang.gateway.http.deepl.kit.DeeplErrors;
import io.haidang.gateway.http.deepl.language.LanguageOperations;
import io.haidang.gateway.http.deepl.memory.MemoryOperations;
import io.haidang.gateway.http.deepl.style.StyleRuleOperations;
import io.haidang.gateway.http.deepl.terms.GlossaryOperations;
import io.haidang.gateway.http.deepl.terms.MultilingualGlossaryOperations;
import io.haidang.gateway.http.deepl.text.TextOperations;
import io.haidang.gateway.http.deepl.usage.UsageOperations;
import io.haidang.gateway.http.deepl.write.WriteOperations;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.kit.DialectRouter;
import io.haidang.gateway.http.kit.KeyReader;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Consumer;

/** The addresses of the DeepL dialect: {@code /v1}, {@code /v2} and {@code /v3}. */
public final class DeeplRoutes {

  /** As clients of the dialect write it, and as our own API wants it. */
  private static final KeyReader KEYS =
      new KeyReader(List.of("DeepL-Auth-Key", "Bearer"), List.of("auth_key"));

  /**
   * What adds the operations of each room, a class {@code …Operations}; a new room is one more
   * line.
   */
  private static final List<Consumer<Dialect>> ROOMS =
      List.of(
          LanguageOperations::add,
          UsageOperations::add,
          DocumentOperations::add,
          TextOperations::add,
          GlossaryOperations::add,
          MultilingualGlossaryOperations::add,
          StyleRuleOperations::add,
          MemoryOperations::add,
          WriteOperations::add);

  private static final List<String> VERSIONS = List.of("/v1/*", "/v2/*", "/v3/*");

  private DeeplRoutes() {}

  /** Adds the dialect to a server. */
  public static void add(DialectRouter server) {
    Router router = server.router();
    for (String version : VERSIONS) {
      DeeplErrors.prepare(router.route(version));
      server
          .services()
          .dialects()
          .rehearsal()
          .ifPresent(played -> played.precede(router.route(version), server.blocking()));
    }
    Dialect dialect = new Dialect(server, KEYS);
    ROOMS.forEach(room -> room.accept(dialect));
    VERSIONS.forEach(version -> DeeplErrors.close(router.route(version)));
  }
}
