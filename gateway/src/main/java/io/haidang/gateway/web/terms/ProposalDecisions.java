package io.haidang.gateway.web.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.ProposalChoice;
import io.haidang.gateway.terms.Release;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.terms.ProposalsPage.Outcome;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts proposals into force as one release, turns them down, or takes own ones back. */
final class ProposalDecisions {

  /** Failures that are told on the page, with boxes and comment kept. */
  private static final Set<ErrorCode> TOLD =
      EnumSet.of(
          ErrorCode.INVALID_REQUEST,
          ErrorCode.NOT_FOUND,
          ErrorCode.WRONG_STATE,
          ErrorCode.OUTDATED_PROPOSAL,
          ErrorCode.PROPOSER_CANNOT_APPROVE);

  private final Terminology terms;
  private final ProposalsPage page;

  ProposalDecisions(Terminology terms, ProposalsPage page) {
    this.terms = terms;
    this.page = page;
  }

  /**
   * The form has one button each for what is chosen, for the whole batch, and for a single own one.
   */
  Reply decide(Visit visit) {
    WebRequest request = visit.request();
    String withdrawn = request.field("withdraw");
    String decision = withdrawn.isEmpty() ? request.field("decision") : "withdraw";
    List<String> boxes = request.fields("proposal");
    try {
      if (!withdrawn.isEmpty()) {
        return reject(visit, ProposalChoice.of(ProposalsPage.uuid(withdrawn)), "withdrawn");
      }
      boolean whole = decision.endsWith("-batch");
      if (!whole && boxes.isEmpty()) {
        return told(visit, 422, visit.texts().get("proposals.none-chosen"));
      }
      ProposalChoice chosen = whole ? batch(request) : chosen(boxes);
      return switch (decision) {
        case "approve", "approve-batch" -> approve(visit, chosen);
        case "reject", "reject-batch" -> reject(visit, chosen, "rejected");
        case "withdraw-batch" -> reject(visit, chosen, "withdrawn");
        default ->
            throw new GatewayException(
                ErrorCode.INVALID_REQUEST, "decision: unknown (expected: one of the form)");
      };
    } catch (GatewayException e) {
      if (!TOLD.contains(e.code())) {
        throw e;
      }
      return told(visit, e.code() == ErrorCode.INVALID_REQUEST ? 422 : 409, message(visit, e));
    }
  }

  private static ProposalChoice batch(WebRequest request) {
    return ProposalChoice.ofBatch(ProposalsPage.uuid(request.field("batch")));
  }

  private static ProposalChoice chosen(List<String> boxes) {
    List<UUID> ids = boxes.stream().map(ProposalsPage::uuid).toList();
    return ProposalChoice.of(ids);
  }

  private Reply approve(Visit visit, ProposalChoice chosen) {
    Release release = terms.releases().approve(chosen, comment(visit.request()), visit.account());
    return Reply.redirect("/glossary/proposals?notice=approved&release=" + release.number());
  }

  private Reply reject(Visit visit, ProposalChoice chosen, String notice) {
    terms.proposals().reject(chosen, comment(visit.request()), visit.account());
    return Reply.redirect("/glossary/proposals?notice=" + notice);
  }

  private static String comment(WebRequest request) {
    return request.field("comment").strip();
  }

  private Reply told(Visit visit, int status, String message) {
    Set<String> boxes = Set.copyOf(visit.request().fields("proposal"));
    return page.show(visit, new Outcome(status, message, boxes, visit.request().field("comment")));
  }

  private static String message(Visit visit, GatewayException cause) {
    String text = visit.texts().get("proposals." + cause.code().id());
    Object concepts = cause.details().get("concepts");
    return concepts instanceof Collection<?> names && !names.isEmpty()
        ? text + " " + names.stream().map(String::valueOf).collect(Collectors.joining("; "))
        : text;
  }
}
