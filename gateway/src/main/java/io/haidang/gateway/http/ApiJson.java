package io.haidang.gateway.http;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Waiting;
import io.haidang.gateway.engine.Sentences;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.review.ReviewDesk.Summaries;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.review.Summary;
import io.haidang.gateway.review.Summary.Sentence;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TextSpan;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of the API as they are written on the wire. */
final class ApiJson {

  private ApiJson() {}

  static JsonObject draft(List<Target> targets) {
    Asset asset = targets.get(0).asset();
    return new JsonObject()
        .put("id", asset.id().toString())
        .put("title", asset.title())
        .put("author", asset.author().displayName())
        .put("sourceLanguage", asset.sourceLanguage().toLanguageTag())
        .put("textDate", asset.textDate().toString())
        .put("sensitivity", PublicName.of(asset.sensitivity()))
        .put("href", "/api/v1/drafts/" + asset.id())
        .put("targets", array(targets, ApiJson::target));
  }

  static JsonObject target(Target target) {
    return new JsonObject()
        .put("id", target.id().toString())
        .put("draft", target.asset().id().toString())
        .put("title", target.asset().title())
        .put("language", target.language().toLanguageTag())
        .put("state", PublicName.of(target.state()))
        .put("version", target.version())
        .put("segmentsDone", target.segmentsDone())
        .put("segmentsTotal", target.segmentsTotal())
        .put("openErrors", target.openErrors())
        .put("openWarnings", target.openWarnings())
        .put("failure", target.failure())
        .put("waiting", waiting(target.waiting()))
        .put("approvedBy", target.approvedBy())
        .put("updatedAt", target.updatedAt().toString())
        .put("href", "/api/v1/targets/" + target.id());
  }

  private static @Nullable JsonObject waiting(@Nullable Waiting waiting) {
    return waiting == null
        ? null
        : new JsonObject()
            .put("reason", waiting.reason())
            .put("since", waiting.since().toString())
            .put("nextAttempt", waiting.nextAttempt().toString());
  }

  static JsonObject segment(SegmentView segment, Locale target) {
    return new JsonObject()
        .put("index", segment.index())
        .put("unit", segment.unit())
        .put("source", segment.source())
        .put("machine", segment.machine())
        .put("target", segment.target())
        .put("state", PublicName.of(segment.state()))
        .put("version", segment.version())
        .put("confidence", segment.confidence())
        .put("similarity", segment.similarity())
        .put("uncertain", array(segment.uncertain(), ApiJson::uncertain))
        .put("provenance", provenance(segment.provenance()))
        .put("findings", array(segment.findings(), ApiJson::finding))
        .put("sourceTerms", array(segment.sourceTerms(), match -> term(match, target)));
  }

  private static JsonObject uncertain(UncertainSpan word) {
    return new JsonObject()
        .put("start", word.start())
        .put("end", word.end())
        .put("logProbability", word.logProbability());
  }

  private static JsonObject provenance(Provenance from) {
    return new JsonObject()
        .put("engine", from.engine())
        .put("engineVersion", from.engineVersion())
        .put("promptVersion", from.promptVersion())
        .put("glossaryRelease", from.glossaryRelease())
        .put("repaired", from.repaired())
        .put("latencyMillis", from.latencyMillis());
  }

  /** A translation that nobody has reviewed, and that says so. */
  static JsonObject sentence(Sentences.Sentence sentence) {
    return new JsonObject()
        .put("text", sentence.text())
        .put("reviewed", false)
        .put("segments", array(sentence.segments(), ApiJson::machineSegment));
  }

  private static JsonObject machineSegment(TranslatedSegment segment) {
    return new JsonObject()
        .put("source", segment.source())
        .put("target", segment.target())
        .put("provenance", provenance(segment.provenance()))
        .put("findings", array(segment.findings(), ApiJson::finding));
  }

  private static JsonObject finding(Finding finding) {
    return new JsonObject()
        .put("check", finding.check())
        .put("severity", PublicName.of(finding.severity()))
        .put("sourceSpan", span(finding.sourceSpan()))
        .put("targetSpan", span(finding.targetSpan()))
        .put("expected", finding.expected())
        .put("detail", finding.detail());
  }

  private static JsonObject term(TermMatch match, Locale target) {
    return new JsonObject()
        .put("concept", match.concept().id().value())
        .put("span", span(match.span()))
        .put("preferred", match.concept().preferred(target).map(Term::text).orElse(""))
        .put("source", match.concept().source());
  }

  private static @Nullable JsonObject span(@Nullable TextSpan span) {
    return span == null ? null : new JsonObject().put("start", span.start()).put("end", span.end());
  }

  static JsonObject event(Event event) {
    return new JsonObject()
        .put("id", event.id())
        .put("type", event.type())
        .put("actor", event.actor())
        .put("at", event.at().toString())
        .put("data", new JsonObject(event.data()));
  }

  static JsonObject summaries(Summaries summaries) {
    return new JsonObject()
        .put("source", summary(summaries.source()))
        .put("target", summary(summaries.target()));
  }

  private static JsonObject summary(Summary summary) {
    return new JsonObject()
        .put("headline", sentence(summary.headline()))
        .put("standfirst", sentence(summary.standfirst()))
        .put("keyPoints", array(summary.keyPoints(), ApiJson::sentence));
  }

  private static JsonObject sentence(Sentence sentence) {
    return new JsonObject()
        .put("text", sentence.text())
        .put("segments", new JsonArray(sentence.segments()));
  }

  static JsonObject glossary(Glossary glossary) {
    return new JsonObject()
        .put("release", glossary.release().value())
        .put("concepts", array(glossary.concepts(), GlossaryJson::concept));
  }

  static <T> JsonArray array(List<T> values, Function<T, JsonObject> form) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }
}
