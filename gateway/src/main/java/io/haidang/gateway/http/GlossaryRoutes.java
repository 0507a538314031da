package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.terms.Concepts.Found;
import io.haidang.gateway.terms.GlossaryFiles.Imported;
import io.haidang.gateway.terms.Proposal;
import io.haidang.gateway.terms.ProposalChoice;
import io.haidang.gateway.terms.Proposals;
import io.haidang.gateway.terms.Terminology;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.LossReport;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatedRequest;
import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** The operations of {@code openapi.yaml} about official names. */
final class GlossaryRoutes {

  private final Terminology terms;
  private final Blocking blocking;

  private GlossaryRoutes(Terminology terms, Blocking blocking) {
    this.terms = terms;
    this.blocking = blocking;
  }

  static void add(RouterBuilder builder, Terminology terms, Blocking blocking) {
    GlossaryRoutes routes = new GlossaryRoutes(terms, blocking);
    ApiRoutes.operation(builder, "listGlossaries", routes::glossaries);
    ApiRoutes.operation(builder, "findConcepts", routes::find);
    ApiRoutes.operation(builder, "getConcept", routes::concept);
    ApiRoutes.operation(builder, "listConceptUses", routes::uses);
    ApiRoutes.operation(builder, "listCandidates", routes::candidates);
    ApiRoutes.operation(builder, "commentOnConcept", routes::comment);
    ApiRoutes.operation(builder, "listProposals", routes::proposals);
    ApiRoutes.operation(builder, "propose", routes::propose);
    ApiRoutes.operation(builder, "decideOnProposals", routes::decide);
    ApiRoutes.operation(builder, "listReleases", routes::releases);
    ApiRoutes.operation(builder, "diffReleases", routes::diff);
    ApiRoutes.operation(builder, "rollBack", routes::rollBack);
    ApiRoutes.operation(builder, "importGlossary", routes::importFile);
    ApiRoutes.operation(builder, "exportGlossary", routes::exportFile);
  }

  private void glossaries(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(request, 200, () -> GlossaryJson.glossaries(terms.released().glossary()));
  }

  private void find(RoutingContext request, ValidatedRequest valid) {
    String query = request.queryParams().contains("q") ? request.queryParams().get("q") : "";
    int offset = GlossaryRequests.offset(request);
    int limit = GlossaryRequests.limit(request);
    blocking.answer(
        request,
        200,
        () -> {
          Found found = terms.concepts().find(query.strip(), offset, limit);
          return GlossaryJson.found(found);
        });
  }

  private void concept(RoutingContext request, ValidatedRequest valid) {
    ConceptId id = GlossaryRequests.concept(request);
    blocking.answer(request, 200, () -> GlossaryJson.details(terms.concepts().details(id)));
  }

  private void uses(RoutingContext request, ValidatedRequest valid) {
    ConceptId id = GlossaryRequests.concept(request);
    int offset = GlossaryRequests.offset(request);
    int limit = GlossaryRequests.limit(request);
    blocking.answer(
        request,
        200,
        () ->
            new JsonObject()
                .put("total", terms.uses().count(id))
                .put("uses", ApiJson.array(terms.uses().of(id, offset, limit), GlossaryJson::use)));
  }

  private void candidates(RoutingContext request, ValidatedRequest valid) {
    UUID target = ApiRequests.id(request);
    int offset = GlossaryRequests.offset(request);
    int limit = GlossaryRequests.limit(request);
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        200,
        () -> GlossaryJson.candidates(terms.candidates().of(target, offset, limit, account)));
  }

  private void comment(RoutingContext request, ValidatedRequest valid) {
    ConceptId id = GlossaryRequests.concept(request);
    String comment = valid.getBody().getJsonObject().getString("comment");
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        201,
        () -> {
          terms.concepts().comment(id, comment, account);
          return GlossaryJson.details(terms.concepts().details(id));
        });
  }

  private void proposals(RoutingContext request, ValidatedRequest valid) {
    int offset = GlossaryRequests.offset(request);
    int limit = GlossaryRequests.limit(request);
    var state = GlossaryRequests.proposalState(request);
    var batch = GlossaryRequests.batch(request);
    blocking.answer(
        request,
        200,
        () ->
            new JsonObject()
                .put("total", terms.proposals().count(state, batch))
                .put(
                    "proposals",
                    ApiJson.array(
                        terms.proposals().list(state, batch, offset, limit),
                        GlossaryJson::proposal)));
  }

  private void propose(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(request, 201, () -> GlossaryJson.proposal(propose(body, account)));
  }

  private Proposal propose(JsonObject body, Account account) {
    Proposals proposals = terms.proposals();
    int base = body.getInteger("baseVersion", 0);
    String comment = body.getString("comment", "");
    return switch (body.getString("kind")) {
      case "create" -> proposals.create(GlossaryRequests.content(body), comment, account);
      case "change" -> proposals.change(GlossaryRequests.content(body), base, comment, account);
      case "retire" -> proposals.retire(GlossaryRequests.id(body), base, comment, account);
      case "reopen" -> proposals.reopen(GlossaryRequests.id(body), base, comment, account);
      default -> proposals.undo(GlossaryRequests.id(body), base, comment, account);
    };
  }

  private void decide(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    ProposalChoice chosen = GlossaryRequests.choice(body);
    String comment = body.getString("comment", "");
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        200,
        () -> {
          if (body.getString("decision").equals("approve")) {
            return new JsonObject()
                .put(
                    "release",
                    GlossaryJson.release(terms.releases().approve(chosen, comment, account)));
          }
          terms.proposals().reject(chosen, comment, account);
          return new JsonObject().putNull("release");
        });
  }

  private void releases(RoutingContext request, ValidatedRequest valid) {
    int offset = GlossaryRequests.offset(request);
    int limit = GlossaryRequests.limit(request);
    blocking.answer(
        request,
        200,
        () ->
            new JsonObject()
                .put(
                    "releases",
                    ApiJson.array(terms.releases().list(offset, limit), GlossaryJson::release)));
  }

  private void diff(RoutingContext request, ValidatedRequest valid) {
    int from = Integer.parseInt(request.queryParams().get("from"));
    int to = Integer.parseInt(request.queryParams().get("to"));
    blocking.answer(request, 200, () -> GlossaryJson.diff(terms.releases().diff(from, to)));
  }

  private void rollBack(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        201,
        () ->
            GlossaryJson.batch(
                terms
                    .batches()
                    .restore(body.getInteger("release"), body.getString("comment", ""), account)));
  }

  private void importFile(RoutingContext request, ValidatedRequest valid) {
    GlossaryFormat format = GlossaryRequests.format(request);
    ImportOptions options = GlossaryRequests.importOptions(request);
    boolean apply = Boolean.parseBoolean(request.queryParams().get("apply"));
    String comment = request.queryParams().get("comment");
    Account account = ApiKeyAuthentication.account(request);
    Buffer body = request.body().buffer();
    if (body == null) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "body: (none) (expected: the file to import)");
    }
    byte[] file = body.getBytes();
    blocking.answer(
        request,
        200,
        () -> {
          Imported imported =
              apply
                  ? terms
                      .files()
                      .propose(file, format, options, comment == null ? "" : comment, account)
                  : terms.files().preview(file, format, options);
          return GlossaryJson.imported(imported);
        });
  }

  private void exportFile(RoutingContext request, ValidatedRequest valid) {
    GlossaryFormat format = GlossaryRequests.format(request);
    String number = request.queryParams().get("release");
    blocking
        .run(
            () -> {
              int release =
                  Integer.parseInt(
                      number == null ? terms.released().glossary().release().value() : number);
              ByteArrayOutputStream file = new ByteArrayOutputStream();
              LossReport losses = terms.files().export(release, format, file);
              return new Download(release, Buffer.buffer(file.toByteArray()), losses);
            })
        .onFailure(request::fail)
        .onSuccess(download -> download.send(request, format));
  }

  private record Download(int release, Buffer file, LossReport losses) {

    void send(RoutingContext request, GlossaryFormat format) {
      request
          .response()
          .putHeader("Content-Type", GlossaryRequests.mediaType(format))
          .putHeader(
              "Content-Disposition",
              "attachment; filename=\"official-names-"
                  + release
                  + "."
                  + GlossaryRequests.extension(format)
                  + "\"")
          .putHeader("X-Losses", GlossaryJson.losses(losses).encode())
          .end(file);
    }
  }
}
