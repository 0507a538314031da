package io.haidang.gateway.web;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.http.error.Problem;
import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.PageHandler;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/** Explains what went wrong: one failure, or all that there are. */
final class ErrorPages {

  private final Renderer renderer;
  private final PageHandler pages;

  ErrorPages(Renderer renderer, PageHandler pages) {
    this.renderer = renderer;
    this.pages = pages;
  }

  /**
   * A failure in words.
   *
   * @param id as on the wire
   */
  record Explanation(String id, String title, String meaning, String action) {

    static Explanation of(ErrorCode code, Texts texts) {
      return new Explanation(
          code.id(),
          texts.error(code.id() + ".title"),
          texts.error(code.id() + ".meaning"),
          texts.error(code.id() + ".action"));
    }
  }

  /** One failure of one request. */
  record FailureView(Explanation error, int status, String requestId) {}

  /** The whole catalogue. */
  record CatalogueView(List<Explanation> errors) {}

  /** Answers a request that failed. */
  void fail(RoutingContext request) {
    if (request.response().closed() || request.response().headWritten()) {
      return; // The browser has gone, or has the answer already.
    }
    Problem problem = Answers.logged(request);
    boolean asksWho = problem.code() != ErrorCode.DATABASE_UNAVAILABLE;
    pages.failure(request, asksWho, visit -> explain(visit, problem));
  }

  private Reply explain(Visit visit, Problem problem) {
    Explanation error = Explanation.of(problem.code(), visit.texts());
    FailureView view = new FailureView(error, problem.status(), visit.request().id());
    if (visit.request().fragment()) {
      return Reply.html(problem.status(), renderer.fragment(visit, "failureNote", view))
          .with("HX-Retarget", "#notice")
          .with("HX-Reswap", "innerHTML");
    }
    Reply page =
        Reply.html(problem.status(), renderer.page(visit, "failure", error.title(), "", view));
    return problem.retryAfter().map(seconds -> page.with("Retry-After", seconds)).orElse(page);
  }

  Reply catalogue(Visit visit) {
    List<Explanation> errors =
        Arrays.stream(ErrorCode.values()).map(code -> Explanation.of(code, visit.texts())).toList();
    String title = visit.texts().get("errors.title");
    return Reply.html(renderer.page(visit, "errors", title, "", new CatalogueView(errors)));
  }
}
