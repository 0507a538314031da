package io.haidang.gateway.http.deepl.text;

import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.clientterms.ClientServices;
import io.haidang.gateway.engine.Texts;
import io.haidang.gateway.engine.TextsRequest;
import io.haidang.gateway.engine.TranslatedText;
import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.deepl.kit.TranslationParameters;
import io.haidang.gateway.http.deepl.memory.MemoryParameters;
import io.haidang.gateway.http.deepl.style.StyleParameters;
import io.haidang.gateway.http.deepl.terms.GlossaryParameters;
import io.haidang.gateway.http.dialect.DeskHeaders;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.http.kit.MachineAnswer;
import io.haidang.models.Deadline;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /v2/translate}, and the other addresses at which clients expect it. */
public final class TextOperations {

  /** Clients give up after ten seconds, and ask again; what is done by then is kept. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int MOST_TEXTS = 50;

  private final Texts texts;
  private final TextReviews reviews;
  private final DialectSettings settings;
  private final ClientServices clients;
  private final Clock clock;

  private TextOperations(Dialect dialect) {
    this.texts = dialect.services().texts();
    this.reviews = new TextReviews(dialect.services().drafts(), texts.directions());
    this.settings = dialect.settings();
    this.clients = dialect.services().clients();
    this.clock = dialect.services().clock();
  }

  public static void add(Dialect dialect) {
    TextOperations operations = new TextOperations(dialect);
    for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.GET)) {
      for (String path : List.of("/v2/translate", "/v1/translate")) {
        dialect.machine(method, path, PATIENCE, operations::translate);
      }
    }
    if (dialect.settings().rehearsal().isPresent()) {
      dialect.machine(HttpMethod.POST, "/v2/translate_secondary", PATIENCE, operations::translate);
    }
  }

  private MachineAnswer<DialectReply> translate(DialectCall call) {
    call.key().require(Scope.TRANSLATE);
    Parameters parameters = call.parameters();
    TextsRequest request = request(call);
    Answer answer = Answer.wanted(parameters);
    List<TranslatedText> translated = texts.translate(request, call.key());
    DialectReply reply = DialectReply.json(answer.json(translated));
    boolean wantsReview = DeskHeaders.wantsReview(call);
    boolean lasts =
        request.terms().isEmpty()
            && request.wishes().isEmpty()
            && !wantsReview
            && translated.stream().allMatch(TranslatedText::lasts);
    return new MachineAnswer<>(
        wantsReview
            ? reply.with(DeskHeaders.REVIEW, reviews.submit(request, translated, call.account()))
            : reply,
        translated.stream().mapToLong(TranslatedText::characters).sum(),
        lasts);
  }

  private TextsRequest request(DialectCall call) {
    Parameters parameters = call.parameters();
    TranslationParameters languages =
        TranslationParameters.read(parameters, texts.directions(), settings);
    List<String> sent = parameters.texts("text");
    if (sent.isEmpty()) {
      throw DialectException.missing("text");
    }
    if (sent.size() > MOST_TEXTS) {
      throw DialectException.unsupportedValue("text", "at most " + MOST_TEXTS);
    }
    parameters.flag("preserve_formatting", false); // White space is kept in any case.
    MemoryParameters.check(call, clients.memories(), languages.source(), languages.target());
    Duration waited = Duration.between(call.arrivedAt(), clock.instant());
    return new TextsRequest(
        sent,
        languages.source(),
        languages.target(),
        MarkupParameters.read(parameters),
        parameters.text("context").orElse(""),
        DeskHeaders.sensitivity(call),
        DeskHeaders.textDate(call, LocalDate.now(clock)),
        GlossaryParameters.terms(call, clients.terms(), languages.source(), languages.target()),
        StyleParameters.wishes(call, clients.styles(), languages.source(), languages.target()),
        0,
        Deadline.after(PATIENCE.minus(waited), clock));
  }

  /**
   * What the answer is to tell beside the texts.
   *
   * @param modelType as it was asked for
   * @param tagVersion as it was asked for
   */
  private record Answer(boolean billed, Optional<String> modelType, Optional<String> tagVersion) {

    static Answer wanted(Parameters parameters) {
      return new Answer(
          parameters.flag("show_billed_characters", false),
          parameters.choice(
              "model_type",
              Set.of("quality_optimized", "prefer_quality_optimized", "latency_optimized")),
          parameters.choice("tag_handling_version", Set.of("v1", "v2")));
    }

    JsonObject json(List<TranslatedText> translated) {
      JsonArray translations = new JsonArray();
      translated.forEach(text -> translations.add(json(text)));
      return new JsonObject().put("translations", translations);
    }

    private JsonObject json(TranslatedText text) {
      JsonObject json =
          new JsonObject()
              .put("detected_source_language", LanguageCode.upper(text.source()))
              .put("text", text.text());
      if (billed) {
        json.put("billed_characters", text.characters());
      }
      modelType.ifPresent(type -> json.put("model_type_used", type.replace("prefer_", "")));
      tagVersion.ifPresent(version -> json.put("tag_handling_version", version));
      return json;
    }
  }
}
