package io.haidang.gateway.web.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.Proposals;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.terms.ConceptPage.Refusal;
import io.haidang.glossary.ConceptId;
import java.util.EnumSet;
import java.util.Set;

/** What can be done on the page of a concept: retire, reopen, undo, and comment. */
final class ConceptActions {

  /** Failures that are told on the page, with the comment kept. */
  private static final Set<ErrorCode> TOLD =
      EnumSet.of(ErrorCode.INVALID_REQUEST, ErrorCode.STALE_VERSION, ErrorCode.WRONG_STATE);

  private final Terminology terms;
  private final ConceptPage page;

  ConceptActions(Terminology terms, ConceptPage page) {
    this.terms = terms;
    this.page = page;
  }

  Reply propose(Visit visit) {
    String kind = visit.request().field("kind");
    return told(visit, kind, "proposed", () -> propose(visit, kind));
  }

  private void propose(Visit visit, String kind) {
    WebRequest request = visit.request();
    ConceptId id = ConceptPage.id(request);
    int version = request.number("version");
    String comment = request.field("comment").strip();
    Proposals proposals = terms.proposals();
    switch (kind) {
      case "retire" -> proposals.retire(id, version, comment, visit.account());
      case "reopen" -> proposals.reopen(id, version, comment, visit.account());
      case "undo" -> proposals.undo(id, version, comment, visit.account());
      default ->
          throw new GatewayException(
              ErrorCode.INVALID_REQUEST, "kind: unknown (expected: one of the form)");
    }
  }

  Reply comment(Visit visit) {
    String comment = visit.request().field("comment").strip();
    ConceptId id = ConceptPage.id(visit.request());
    return told(
        visit,
        "comment",
        "commented",
        () -> terms.concepts().comment(id, comment, visit.account()));
  }

  private Reply told(Visit visit, String kind, String notice, Runnable action) {
    try {
      action.run();
      return Reply.redirect(
          ConceptLink.href(ConceptPage.id(visit.request())) + "?notice=" + notice);
    } catch (GatewayException e) {
      if (!TOLD.contains(e.code())) {
        throw e;
      }
      String message = visit.texts().get("concept." + e.code().id());
      int status = e.code() == ErrorCode.INVALID_REQUEST ? 422 : 409;
      return page.show(visit, new Refusal(status, kind, message, visit.request().field("comment")));
    }
  }
}
