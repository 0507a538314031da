package io.haidang.gateway.http.review;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.review.BulkApproval.Outcome;
import io.haidang.gateway.review.ChangeRequest;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.review.Summaries;
import io.haidang.gateway.review.Summary;
import io.haidang.gateway.review.Summary.Sentence;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.models.Generation.UncertainSpan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** Translations and their segments as they are written on the wire. */
final class ReviewJson {

  private ReviewJson() {}

  static JsonObject segment(SegmentView segment, Locale target) {
    return new JsonObject()
        .put("index", segment.index())
        .put("unit", segment.unit())
        .put("role", PublicName.of(segment.role()))
        .put("origins", new JsonArray(segment.origins()))
        .put("source", segment.source())
        .put("machine", segment.machine())
        .put("target", segment.target())
        .put("state", PublicName.of(segment.state()))
        .put("version", segment.version())
        .put("confidence", segment.confidence())
        .put("similarity", segment.similarity())
        .put("uncertain", ApiJson.array(segment.uncertain(), ReviewJson::uncertain))
        .put("provenance", ApiJson.provenance(segment.provenance()))
        .put("findings", ApiJson.findings(segment.findings(), segment.source(), segment.target()))
        .put("sourceTerms", ApiJson.array(segment.sourceTerms(), match -> term(match, target)));
  }

  private static JsonObject uncertain(UncertainSpan word) {
    return new JsonObject()
        .put("start", word.start())
        .put("end", word.end())
        .put("logProbability", word.logProbability());
  }

  private static JsonObject term(TermMatch match, Locale target) {
    return new JsonObject()
        .put("concept", match.concept().id().value())
        .put("span", ApiJson.span(match.span()))
        .put("preferred", match.concept().preferred(target).map(Term::text).orElse(""))
        .put("source", match.concept().source());
  }

  static JsonObject changeRequest(ChangeRequest request) {
    return new JsonObject()
        .put("segment", request.segment())
        .put("reason", request.reason())
        .put("person", request.person())
        .put("at", request.at().toString())
        .put("answeredAt", request.answered() == null ? null : request.answered().toString());
  }

  static JsonObject outcome(Outcome outcome) {
    return new JsonObject()
        .put("target", outcome.id().toString())
        .put("approved", outcome.isApproved())
        .put("refusal", outcome.isApproved() ? null : outcome.refusal());
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
        .put("keyPoints", ApiJson.array(summary.keyPoints(), ReviewJson::sentence));
  }

  private static JsonObject sentence(Sentence sentence) {
    return new JsonObject()
        .put("text", sentence.text())
        .put("segments", new JsonArray(sentence.segments()));
  }
}
