package io.haidang.gateway.http.engine;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.engine.EngineDesk;
import io.haidang.gateway.engine.SentenceRequest;
import io.haidang.gateway.engine.Sentences;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.MachineAnswer;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.language.LanguageJson;
import io.haidang.gateway.usage.UsageReport;
import io.haidang.models.Deadline;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.language.LanguageGuess;
import io.haidang.translation.review.Role;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Engines seen directly: a sentence while somebody waits, and what providers cost. */
public final class EngineOperations {

  private static final int PATIENCE_MILLIS = 10_000;

  private final HttpServices services;

  private EngineOperations(HttpServices services) {
    this.services = services;
  }

  public static void add(Operations operations) {
    EngineOperations engines = new EngineOperations(operations.services());
    operations.machine("translateSentence", EngineOperations::patience, engines::translate);
    operations.json("getUsage", engines::usage);
    EngineDesk desk = operations.services().admin().engines();
    Operations keeping = operations.opening(Set.of(Scope.ADMIN));
    keeping.json("getEngines", call -> EngineJson.overview(desk.overview(call.account())));
    keeping.json("turnEngine", call -> turn(desk, call));
    keeping.json("orderRoute", call -> order(desk, call));
  }

  private static JsonObject turn(EngineDesk desk, ApiCall call) {
    desk.controls()
        .turn(call.pathText("engine"), call.body().getBoolean("enabled"), call.account());
    return EngineJson.overview(desk.overview(call.account()));
  }

  private static JsonObject order(EngineDesk desk, ApiCall call) {
    List<String> engines =
        call.body().getJsonArray("engines").stream().map(String::valueOf).toList();
    desk.controls().order(call.body().getString("route"), engines, call.account());
    return EngineJson.overview(desk.overview(call.account()));
  }

  private static Duration patience(ApiCall call) {
    return Duration.ofMillis(call.body().getInteger("deadlineMillis", PATIENCE_MILLIS));
  }

  private MachineAnswer<JsonObject> translate(ApiCall call) {
    call.key().require(Scope.TRANSLATE);
    Optional<LanguageGuess> guess = guess(call.body());
    String source =
        guess
            .map(found -> found.language().toLanguageTag())
            .orElseGet(() -> call.body().getString("sourceLanguage"));
    SentenceRequest wanted = wanted(call, source, services.clock());
    Sentences.Sentence translated = services.sentences().translate(wanted, call.key());
    JsonObject answer = sentence(translated);
    guess.ifPresent(found -> answer.put("detectedLanguage", LanguageJson.guess(found)));
    answer.put("sourceLanguage", wanted.sourceLanguage());
    return new MachineAnswer<>(answer, translated.characters(), translated.lasts());
  }

  /** Empty when the request says its language. */
  private Optional<LanguageGuess> guess(JsonObject request) {
    if (!LanguageJson.isLeftToText(request)) {
      return Optional.empty();
    }
    SegmentedDocument text =
        SegmentedDocument.read(DocumentFormat.PLAIN, request.getString("text"), Locale.ROOT);
    Locale target = Locale.forLanguageTag(request.getString("targetLanguage"));
    return Optional.of(services.texts().directions().tell(text, List.of(target)));
  }

  /** Without a label a sentence stays on this machine. */
  private static SentenceRequest wanted(ApiCall call, String source, Clock clock) {
    JsonObject json = call.body();
    Duration waited = Duration.between(call.arrivedAt(), clock.instant());
    String textDate = json.getString("textDate");
    return new SentenceRequest(
        json.getString("text"),
        source,
        json.getString("targetLanguage"),
        PublicName.constant(Sensitivity.class, json.getString("sensitivity", "internal")),
        textDate == null ? LocalDate.now(clock) : ApiCall.day("textDate", textDate),
        Deadline.after(patience(call).minus(waited), clock));
  }

  /** A translation that nobody has reviewed, and that says so. */
  private static JsonObject sentence(Sentences.Sentence sentence) {
    return new JsonObject()
        .put("text", sentence.text())
        .put("reviewed", false)
        .put("segments", ApiJson.array(sentence.segments(), EngineOperations::machineSegment));
  }

  private static JsonObject machineSegment(TranslatedSegment segment) {
    return new JsonObject()
        .put("source", segment.source())
        .put("target", segment.target())
        .put("provenance", ApiJson.provenance(segment.provenance()))
        .put("findings", ApiJson.findings(segment.findings(), segment.source(), segment.target()));
  }

  private JsonObject usage(ApiCall call) {
    call.key().require(Scope.ADMIN);
    call.account().require(Role.ADMIN);
    LocalDate to = call.day("to", LocalDate.now(services.clock()));
    LocalDate from = call.day("from", to.withDayOfMonth(1));
    UsageReport.Column by =
        call.text("by")
            .map(name -> PublicName.constant(UsageReport.Column.class, name))
            .orElse(UsageReport.Column.PROVIDER);
    return usage(services.usage().report(from, to, by))
        .put("from", from.toString())
        .put("to", to.toString());
  }

  private static JsonObject usage(UsageReport report) {
    return ApiJson.list("lines", report.lines(), EngineJson::usage)
        .put("total", EngineJson.usage(report.total()));
  }
}
