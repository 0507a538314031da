package io.haidang.gateway.web.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.BulkApproval;
import io.haidang.gateway.review.BulkApproval.Choice;
import io.haidang.gateway.review.BulkApproval.Outcome;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.List;

/** Texts that say nothing new, to be signed off together. */
final class ApprovalsPage {

  private final ReviewDesk desk;
  private final BulkApproval bulk;
  private final Renderer renderer;

  ApprovalsPage(ReviewDesk desk, Renderer renderer) {
    this.desk = desk;
    this.bulk = desk.bulk();
    this.renderer = renderer;
  }

  /**
   * The page.
   *
   * @param choices what may be signed off
   * @param results what came of those that were chosen just now
   */
  record View(List<Target> choices, List<Result> results) {

    /** What the form sends for one of them. */
    String value(Target target) {
      return target.id() + " " + target.version();
    }

    String href(Target target) {
      return TargetLink.href(target.id());
    }
  }

  /**
   * What came of one text.
   *
   * @param refusal in words; empty when it is signed off
   */
  record Result(Target target, String refusal) {

    String href() {
      return TargetLink.href(target.id());
    }
  }

  Reply show(Visit visit) {
    return show(visit, List.of());
  }

  Reply approve(Visit visit) {
    WebRequest request = visit.request();
    List<Choice> chosen =
        request.fields("target").stream()
            .limit(BulkApproval.MOST)
            .map(ApprovalsPage::choice)
            .toList();
    List<Result> results =
        bulk.approve(chosen, request.field("comment"), visit.account()).stream()
            .map(outcome -> result(outcome, visit.texts()))
            .toList();
    return show(visit, results);
  }

  private Result result(Outcome outcome, Texts texts) {
    String key = "approvals.refused." + outcome.refusal();
    String refusal =
        outcome.isApproved() ? "" : texts.get(texts.has(key) ? key : "approvals.refused.other");
    return new Result(desk.target(outcome.id()), refusal);
  }

  private static Choice choice(String value) {
    String[] parts = value.split(" ", 2);
    if (parts.length != 2 || !parts[1].matches("[0-9]{1,9}")) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "target: malformed (expected: one of the form)");
    }
    return new Choice(WebRequest.id("target", parts[0]), Integer.parseInt(parts[1]));
  }

  private Reply show(Visit visit, List<Result> results) {
    View view = new View(bulk.choices(visit.account()), results);
    String title = visit.texts().get("approvals.title");
    return Reply.html(renderer.page(visit, "quality/approvals", title, "queue", view));
  }
}
