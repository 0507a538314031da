package io.haidang.gateway.http.terms;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.GlossaryFiles;
import io.haidang.gateway.terms.Proposal;
import io.haidang.gateway.terms.ProposalChoice;
import io.haidang.gateway.terms.ProposalState;
import io.haidang.gateway.terms.Proposals;
import io.haidang.gateway.terms.Terminology;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.LossReport;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Official names: concepts, proposals, releases, and lists that come in and go out. */
public final class GlossaryOperations {

  private final Terminology terms;

  private GlossaryOperations(Terminology terms) {
    this.terms = terms;
  }

  public static void add(Operations operations) {
    GlossaryOperations glossary = new GlossaryOperations(operations.services().terms());
    glossary.addConcepts(operations);
    glossary.addProposals(operations);
    glossary.addReleases(operations);
  }

  private void addConcepts(Operations operations) {
    operations.json("getGlossary", call -> GlossaryJson.glossary(terms.released().glossary()));
    operations.json("listGlossaries", call -> GlossaryJson.glossaries(terms.released().glossary()));
    operations.json("findConcepts", this::find);
    operations.json("getConcept", call -> details(concept(call)));
    operations.json("listConceptUses", this::uses);
    operations.json("listCandidates", this::candidates);
    operations.created("commentOnConcept", this::comment);
  }

  private void addProposals(Operations operations) {
    operations.json("listProposals", this::proposals);
    operations.created("propose", call -> GlossaryJson.proposal(propose(call)));
    operations.json("decideOnProposals", this::decide);
  }

  private void addReleases(Operations operations) {
    operations.json("listReleases", this::releases);
    operations.json("diffReleases", this::diff);
    operations.created("rollBack", this::rollBack);
    operations.json("importGlossary", this::importFile);
    operations.reply("exportGlossary", this::exportFile);
  }

  private JsonObject find(ApiCall call) {
    String query = call.text("q").orElse("").strip();
    return GlossaryJson.found(terms.concepts().find(query, call.offset(), call.limit()));
  }

  private JsonObject details(ConceptId id) {
    return GlossaryJson.details(terms.concepts().details(id));
  }

  private static ConceptId concept(ApiCall call) {
    return GlossaryRequests.conceptId(call.pathText("concept"));
  }

  private JsonObject uses(ApiCall call) {
    ConceptId id = concept(call);
    return ApiJson.list(
            "uses",
            terms.uses().of(id, call.account(), call.offset(), call.limit()),
            GlossaryJson::use)
        .put("total", terms.uses().count(id, call.account()));
  }

  private JsonObject candidates(ApiCall call) {
    return GlossaryJson.candidates(
        terms.candidates().of(call.id(), call.offset(), call.limit(), call.account()));
  }

  private JsonObject comment(ApiCall call) {
    ConceptId id = concept(call);
    terms.concepts().comment(id, call.body().getString("comment"), call.account());
    return details(id);
  }

  private JsonObject proposals(ApiCall call) {
    @Nullable ProposalState state =
        call.text("state").map(name -> PublicName.constant(ProposalState.class, name)).orElse(null);
    @Nullable UUID batch = call.text("batch").map(ApiCall::id).orElse(null);
    return ApiJson.list(
            "proposals",
            terms.proposals().list(state, batch, call.offset(), call.limit()),
            GlossaryJson::proposal)
        .put("total", terms.proposals().count(state, batch));
  }

  private Proposal propose(ApiCall call) {
    Proposals proposals = terms.proposals();
    JsonObject body = call.body();
    Account account = call.account();
    int base = body.getInteger("baseVersion", 0);
    String comment = comment(body);
    return switch (body.getString("kind")) {
      case "create" -> proposals.create(GlossaryRequests.content(body), comment, account);
      case "change" -> proposals.change(GlossaryRequests.content(body), base, comment, account);
      case "retire" -> proposals.retire(GlossaryRequests.id(body), base, comment, account);
      case "reopen" -> proposals.reopen(GlossaryRequests.id(body), base, comment, account);
      default -> proposals.undo(GlossaryRequests.id(body), base, comment, account);
    };
  }

  private static String comment(JsonObject body) {
    return body.getString("comment", "");
  }

  private JsonObject decide(ApiCall call) {
    JsonObject body = call.body();
    ProposalChoice chosen = GlossaryRequests.choice(body);
    if (body.getString("decision").equals("approve")) {
      return new JsonObject()
          .put(
              "release",
              GlossaryJson.release(
                  terms.releases().approve(chosen, comment(body), call.account())));
    }
    terms.proposals().reject(chosen, comment(body), call.account());
    return new JsonObject().putNull("release");
  }

  private JsonObject releases(ApiCall call) {
    return ApiJson.list(
        "releases", terms.releases().list(call.offset(), call.limit()), GlossaryJson::release);
  }

  private JsonObject diff(ApiCall call) {
    return GlossaryJson.diff(terms.releases().diff(call.number("from"), call.number("to")));
  }

  private JsonObject rollBack(ApiCall call) {
    JsonObject body = call.body();
    return GlossaryJson.batch(
        terms.batches().restore(body.getInteger("release"), comment(body), call.account()));
  }

  private JsonObject importFile(ApiCall call) {
    GlossaryFormat format = GlossaryRequests.format(call);
    ImportOptions options = GlossaryRequests.importOptions(call);
    byte[] file = GlossaryRequests.file(call);
    GlossaryFiles files = terms.files();
    return GlossaryJson.imported(
        call.text("apply").map(Boolean::parseBoolean).orElse(false)
            ? files.propose(file, format, options, call.text("comment").orElse(""), call.account())
            : files.preview(file, format, options));
  }

  private Reply exportFile(ApiCall call) {
    GlossaryFormat format = GlossaryRequests.format(call);
    int release =
        call.number("release", Integer.parseInt(terms.released().glossary().release().value()));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    LossReport losses = export(release, format, file);
    String name = "official-names-" + release + "." + GlossaryRequests.extension(format);
    return Reply.file(name, GlossaryRequests.mediaType(format), Buffer.buffer(file.toByteArray()))
        .with("X-Losses", GlossaryJson.losses(losses).encode());
  }

  private LossReport export(int release, GlossaryFormat format, ByteArrayOutputStream to) {
    try {
      return terms.files().export(release, format, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
  }
}
