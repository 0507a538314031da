package io.haidang.gateway.http.terms;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.terms.Candidate;
import io.haidang.gateway.terms.Candidates;
import io.haidang.gateway.terms.ConceptJson;
import io.haidang.gateway.terms.ConceptVersion;
import io.haidang.gateway.terms.Concepts.Details;
import io.haidang.gateway.terms.Concepts.Found;
import io.haidang.gateway.terms.ConcordanceLine;
import io.haidang.gateway.terms.GlossaryFiles.Imported;
import io.haidang.gateway.terms.Proposal;
import io.haidang.gateway.terms.Proposal.Decided;
import io.haidang.gateway.terms.ProposalBatches.Batch;
import io.haidang.gateway.terms.Release;
import io.haidang.gateway.terms.TermEvent;
import io.haidang.gateway.terms.TermUses.Place;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryDiff;
import io.haidang.glossary.GlossaryDiff.ConceptChange;
import io.haidang.glossary.GlossaryDiff.FieldChange;
import io.haidang.glossary.Term;
import io.haidang.glossary.extract.TermCandidate.Rendering;
import io.haidang.glossary.io.LossReport;
import io.haidang.glossary.io.RowError;
import io.haidang.glossary.io.TablePreview;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The glossary as it is written on the wire. */
final class GlossaryJson {

  /** The one glossary that there is. */
  private static final String OFFICIAL = "official";

  private GlossaryJson() {}

  static JsonObject glossaries(Glossary official) {
    return new JsonObject()
        .put(
            "glossaries",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("id", OFFICIAL)
                        .put("release", Integer.parseInt(official.release().value()))
                        .put("concepts", official.concepts().size())
                        .put("href", "/api/v1/glossaries/" + OFFICIAL)));
  }

  static JsonObject glossary(Glossary glossary) {
    return new JsonObject()
        .put("release", glossary.release().value())
        .put("concepts", ApiJson.array(glossary.concepts(), GlossaryJson::concept));
  }

  static JsonObject concept(Concept concept) {
    return new JsonObject(ConceptJson.write(concept));
  }

  static JsonObject found(Found found) {
    return new JsonObject()
        .put("release", Integer.parseInt(found.release()))
        .put("total", found.total())
        .put("concepts", ApiJson.array(found.concepts(), GlossaryJson::concept));
  }

  static JsonObject candidates(Candidates.Found found) {
    return new JsonObject()
        .put("target", found.target().id().toString())
        .put("release", Integer.parseInt(found.release()))
        .put("parallel", found.isParallel())
        .put("segmentsRead", found.read())
        .put("segmentsTotal", found.segments())
        .put("total", found.total())
        .put("candidates", ApiJson.array(found.candidates(), GlossaryJson::candidate));
  }

  private static JsonObject candidate(Candidate candidate) {
    return new JsonObject()
        .put("wording", candidate.wording())
        .put("kind", PublicName.of(candidate.kind()))
        .put("count", candidate.count())
        .put("renderings", ApiJson.array(candidate.renderings(), GlossaryJson::rendering))
        .put("places", ApiJson.array(candidate.places(), GlossaryJson::line));
  }

  private static JsonObject rendering(Rendering rendering) {
    return new JsonObject().put("text", rendering.text()).put("count", rendering.count());
  }

  private static JsonObject line(ConcordanceLine line) {
    return new JsonObject()
        .put("index", line.index())
        .put("before", line.before())
        .put("wording", line.wording())
        .put("after", line.after());
  }

  static JsonObject details(Details details) {
    return new JsonObject()
        .put("concept", concept(details.content()))
        .put("state", PublicName.of(details.state()))
        .put("version", details.version())
        .put("versions", ApiJson.array(details.versions(), GlossaryJson::version))
        .put("proposals", ApiJson.array(details.proposals(), GlossaryJson::proposal))
        .put("events", ApiJson.array(details.events(), GlossaryJson::event))
        .put("uses", details.uses());
  }

  private static JsonObject version(ConceptVersion version) {
    return new JsonObject()
        .put("version", version.version())
        .put("fromRelease", version.from())
        .put("toRelease", version.to())
        .put("content", concept(version.content()));
  }

  private static JsonObject event(TermEvent event) {
    return new JsonObject()
        .put("id", event.id())
        .put("type", PublicName.of(event.type()))
        .put("proposal", text(event.proposal()))
        .put("actor", event.actor())
        .put("at", event.at().toString())
        .put("release", event.release())
        .put("comment", event.comment());
  }

  static JsonObject proposal(Proposal proposal) {
    Decided decision = proposal.decision();
    return new JsonObject()
        .put("id", proposal.id().toString())
        .put("batch", text(proposal.batch()))
        .put("restores", proposal.restores())
        .put("kind", PublicName.of(proposal.kind()))
        .put("concept", concept(proposal.content()))
        .put("baseVersion", proposal.baseVersion())
        .put("state", PublicName.of(proposal.state()))
        .put("proposer", proposal.proposer())
        .put("proposedAt", proposal.proposedAt().toString())
        .put("comment", proposal.comment())
        .put("decidedBy", decision == null ? null : decision.by())
        .put("decidedAt", decision == null ? null : decision.at().toString())
        .put("answer", decision == null ? null : decision.comment())
        .put("release", decision == null ? null : decision.release());
  }

  static JsonObject release(Release release) {
    return new JsonObject()
        .put("number", release.number())
        .put("approvedBy", release.approvedBy())
        .put("at", release.at().toString())
        .put("note", release.note())
        .put("restores", release.restores())
        .put("added", release.added())
        .put("changed", release.changed())
        .put("retired", release.retired());
  }

  static JsonObject use(Place place) {
    return new JsonObject()
        .put("target", place.target().toString())
        .put("title", place.title())
        .put("language", place.language().toLanguageTag())
        .put("state", PublicName.of(place.targetState()))
        .put("textDate", place.textDate().toString())
        .put("index", place.index())
        .put("wording", place.wording())
        .put("rendering", place.rendering())
        .put("release", place.release());
  }

  static JsonObject diff(GlossaryDiff diff) {
    return new JsonObject()
        .put("added", ApiJson.array(diff.added(), GlossaryJson::concept))
        .put("removed", ApiJson.array(diff.removed(), GlossaryJson::concept))
        .put("changed", ApiJson.array(diff.changed(), GlossaryJson::change));
  }

  private static JsonObject change(ConceptChange change) {
    return new JsonObject()
        .put("before", concept(change.before()))
        .put("after", concept(change.after()))
        .put("fields", ApiJson.array(change.fields(), GlossaryJson::field))
        .put("addedTerms", ApiJson.array(change.addedTerms(), GlossaryJson::term))
        .put("removedTerms", ApiJson.array(change.removedTerms(), GlossaryJson::term))
        .put(
            "changedTerms",
            ApiJson.array(
                change.changedTerms(),
                changed ->
                    term(changed.after())
                        .put("fields", ApiJson.array(changed.fields(), GlossaryJson::field))));
  }

  private static JsonObject field(FieldChange field) {
    return new JsonObject()
        .put("field", field.field())
        .put("before", field.before())
        .put("after", field.after());
  }

  private static JsonObject term(Term term) {
    return new JsonObject()
        .put("language", term.language().toLanguageTag())
        .put("text", term.text())
        .put("status", PublicName.of(term.status()));
  }

  static JsonObject batch(Batch batch) {
    return new JsonObject()
        .put("id", text(batch.id()))
        .put("created", batch.created())
        .put("changed", batch.changed())
        .put("retired", batch.retired())
        .put("unchanged", batch.unchanged());
  }

  static JsonObject imported(Imported imported) {
    return new JsonObject()
        .put("rows", imported.content().rows())
        .put("errors", ApiJson.array(imported.content().errors(), GlossaryJson::error))
        .put("losses", losses(imported.content().losses()))
        .put("table", table(imported.table()))
        .put("batch", batch(imported.batch()));
  }

  private static JsonObject error(RowError error) {
    return new JsonObject()
        .put("line", error.line())
        .put("column", error.column())
        .put("message", error.message());
  }

  static JsonArray losses(LossReport losses) {
    return ApiJson.array(
        losses.entries(),
        entry ->
            new JsonObject()
                .put("kind", PublicName.of(entry.kind()))
                .put("field", entry.field())
                .put("count", entry.count()));
  }

  private static @Nullable JsonObject table(@Nullable TablePreview table) {
    return table == null
        ? null
        : new JsonObject()
            .put("encoding", table.encoding())
            .put("delimiter", String.valueOf(table.delimiter()))
            .put("header", new JsonArray(table.header()))
            .put("columns", new JsonArray(table.columns()))
            .put("rows", new JsonArray(table.rows().stream().map(List::copyOf).toList()));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
