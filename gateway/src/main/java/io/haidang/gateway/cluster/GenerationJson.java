package io.haidang.gateway.cluster;

import io.haidang.models.CallContext;
import io.haidang.models.Cancellation;
import io.haidang.models.Deadline;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.RequiredPhrase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calls of a model as messages. A deadline travels as the time that is left, for clocks differ;
 * hints do not, which models on a node do not read. A certainty that is not told is null.
 */
final class GenerationJson {

  private static final String REQUESTS = "requests";
  private static final String OPTIONS = "options";
  private static final String LEFT = "leftMillis";
  private static final String GENERATIONS = "generations";
  private static final String REFUSAL = "refusal";
  private static final String CERTAINTY = "logProbability";

  private GenerationJson() {}

  /** A call, as it is sent. */
  static JsonObject question(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
    JsonObject question =
        new JsonObject()
            .put(REQUESTS, array(requests.stream().map(GenerationJson::request)))
            .put(OPTIONS, options(options))
            .put("office", call.office())
            .put("work", call.work());
    call.deadline().remaining().ifPresent(left -> question.put(LEFT, left.toMillis()));
    return question;
  }

  private static JsonObject request(GenerationRequest request) {
    return new JsonObject()
        .put("text", request.text())
        .put("source", request.pair().source().toLanguageTag())
        .put("target", request.pair().target().toLanguageTag())
        .put("phrases", phrases(request.requiredPhrases()));
  }

  private static JsonObject options(GenerationOptions options) {
    return new JsonObject()
        .put("beams", options.beams())
        .put("lengthPenalty", options.lengthPenalty())
        .put("maxTargetTokens", options.maxTargetTokens())
        .put("hypotheses", options.hypotheses());
  }

  private static JsonArray phrases(List<RequiredPhrase> phrases) {
    return array(phrases.stream().map(phrase -> new JsonArray(phrase.alternatives())));
  }

  /** The requests of a call that has arrived. */
  static List<GenerationRequest> requests(JsonObject question) {
    return objects(
        question.getJsonArray(REQUESTS),
        request ->
            new GenerationRequest(
                request.getString("text"),
                LanguagePair.of(request.getString("source"), request.getString("target")),
                phrases(request.getJsonArray("phrases"))));
  }

  private static List<RequiredPhrase> phrases(JsonArray phrases) {
    return IntStream.range(0, phrases.size())
        .mapToObj(phrases::getJsonArray)
        .map(forms -> new RequiredPhrase(forms.stream().map(String.class::cast).toList()))
        .toList();
  }

  static GenerationOptions options(JsonObject question) {
    JsonObject options = question.getJsonObject(OPTIONS);
    return new GenerationOptions(
        options.getInteger("beams"),
        options.getDouble("lengthPenalty"),
        options.getInteger("maxTargetTokens"),
        options.getInteger("hypotheses"));
  }

  /** What came along with a call; nobody cancels it but its deadline. */
  static CallContext call(JsonObject question, Clock clock) {
    Long left = question.getLong(LEFT);
    Deadline deadline =
        left == null ? Deadline.NONE : Deadline.after(Duration.ofMillis(left), clock);
    return new CallContext(CallContext.Priority.INTERACTIVE, deadline, Cancellation.NEVER)
        .onAccountOf(question.getString("office"))
        .bookedAs(question.getString("work"));
  }

  /** What was generated, as it is sent back. */
  static JsonObject answer(List<Generation> generations) {
    return new JsonObject()
        .put(GENERATIONS, array(generations.stream().map(GenerationJson::generation)));
  }

  private static JsonObject generation(Generation generation) {
    return certain(new JsonObject(), generation.logProbability())
        .put("text", generation.text())
        .put("sourceTokens", generation.sourceTokens())
        .put("targetTokens", generation.targetTokens())
        .put("truncated", generation.truncated())
        .put("uncertain", array(generation.uncertain().stream().map(GenerationJson::span)))
        .put("others", array(generation.others().stream().map(GenerationJson::alternative)))
        .put("unmet", phrases(generation.unmet()));
  }

  private static JsonObject span(Generation.UncertainSpan span) {
    return certain(new JsonObject(), span.logProbability())
        .put("start", span.start())
        .put("end", span.end());
  }

  private static JsonObject alternative(Generation.Alternative other) {
    return certain(new JsonObject(), other.logProbability()).put("text", other.text());
  }

  private static JsonObject certain(JsonObject object, double logProbability) {
    return object.put(CERTAINTY, Double.isNaN(logProbability) ? null : logProbability);
  }

  private static double certainty(JsonObject object) {
    Double told = object.getDouble(CERTAINTY);
    return told == null ? Double.NaN : told;
  }

  /** Why nothing was generated, as it is sent back. */
  static JsonObject answer(ModelException refusal) {
    return new JsonObject().put(REFUSAL, Refusal.toJson(refusal));
  }

  /**
   * What was generated elsewhere.
   *
   * @throws ModelException what was thrown there
   */
  static List<Generation> generations(JsonObject answer) {
    JsonObject refusal = answer.getJsonObject(REFUSAL);
    if (refusal != null) {
      throw Refusal.of(refusal);
    }
    return objects(
        answer.getJsonArray(GENERATIONS),
        generation ->
            new Generation(
                generation.getString("text"),
                certainty(generation),
                generation.getInteger("sourceTokens"),
                generation.getInteger("targetTokens"),
                generation.getBoolean("truncated"),
                objects(
                    generation.getJsonArray("uncertain"),
                    span ->
                        new Generation.UncertainSpan(
                            span.getInteger("start"), span.getInteger("end"), certainty(span))),
                objects(
                    generation.getJsonArray("others"),
                    other -> new Generation.Alternative(other.getString("text"), certainty(other))),
                phrases(generation.getJsonArray("unmet"))));
  }

  private static JsonArray array(Stream<?> members) {
    return members.collect(Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll));
  }

  private static <T> List<T> objects(JsonArray array, Function<JsonObject, T> read) {
    return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).map(read).toList();
  }
}
