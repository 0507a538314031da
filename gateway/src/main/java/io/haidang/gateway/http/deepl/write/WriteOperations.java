package io.haidang.gateway.http.deepl.write;

import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.engine.RewriteRequest;
import io.haidang.gateway.engine.Rewrites;
import io.haidang.gateway.engine.Rewrites.Rewritten;
import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.dialect.DeskHeaders;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.limit.Allowances;
import io.haidang.models.Deadline;
import io.haidang.summarization.rewrite.Manner;
import io.haidang.summarization.rewrite.RewriteTask.Extent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** {@code /v2/write/rephrase} and {@code /v2/write/correct}. */
public final class WriteOperations {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_TEXTS = 50;

  private final Rewrites rewrites;
  private final Allowances allowances;
  private final Clock clock;

  private WriteOperations(Dialect dialect) {
    this.rewrites = dialect.services().rewrites();
    this.allowances = dialect.services().allowances();
    this.clock = dialect.services().clock();
  }

  public static void add(Dialect dialect) {
    WriteOperations operations = new WriteOperations(dialect);
    Dialect apart = dialect.apart("rewrites");
    apart.post("/v2/write/rephrase", call -> operations.write(call, Extent.REPHRASE));
    apart.get("/v2/write/rephrase", call -> operations.write(call, Extent.REPHRASE));
    apart.post("/v2/write/correct", call -> operations.write(call, Extent.CORRECT));
  }

  private DialectReply write(DialectCall call, Extent extent) {
    call.key().require(Scope.TRANSLATE);
    RewriteRequest request = request(call, extent);
    long characters =
        request.texts().stream().mapToLong(text -> text.codePointCount(0, text.length())).sum();
    allowances.takeCharacters(call.key(), characters);
    try {
      return DialectReply.json(json(rewrites.rewrite(request, call.account()), request.language()));
    } catch (RuntimeException e) {
      allowances.giveCharacters(call.key(), characters);
      throw e;
    }
  }

  private RewriteRequest request(DialectCall call, Extent extent) {
    List<String> texts = call.parameters().texts("text");
    if (texts.isEmpty()) {
      throw DialectException.missing("text");
    }
    if (texts.size() > MOST_TEXTS) {
      throw DialectException.unsupportedValue("text", "at most " + MOST_TEXTS);
    }
    Locale language =
        WriteParameters.language(call.parameters())
            .orElseGet(() -> WriteParameters.served(rewrites.tell(texts.get(0))));
    Manner manner = WriteParameters.manner(call.parameters(), language);
    Duration waited = Duration.between(call.arrivedAt(), clock.instant());
    return new RewriteRequest(
        texts,
        language,
        extent,
        manner,
        DeskHeaders.sensitivity(call),
        DeskHeaders.textDate(call, LocalDate.now(clock)),
        Deadline.after(PATIENCE.minus(waited), clock));
  }

  private static JsonObject json(List<Rewritten> rewritten, Locale language) {
    JsonArray improvements = new JsonArray();
    for (Rewritten text : rewritten) {
      improvements.add(
          new JsonObject()
              .put("text", text.text())
              .put("detected_source_language", LanguageCode.lower(LanguageCode.base(text.source())))
              .put("target_language", language.toLanguageTag()));
    }
    return new JsonObject().put("improvements", improvements);
  }
}
