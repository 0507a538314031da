package io.haidang.gateway.web.release;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.ProposalBatches.Batch;
import io.haidang.gateway.terms.Release;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.terms.ConceptDifference;
import io.haidang.gateway.web.terms.ConceptLink;
import io.haidang.glossary.GlossaryDiff;
import java.util.List;

/** The numbered releases: list, what differs between two, and going back to one. */
final class ReleasePages {

  private static final int PAGE_SIZE = 50;

  /** Concepts of one kind that a difference shows; a first import has thousands. */
  private static final int SHOWN = 200;

  private final Terminology terms;
  private final Renderer renderer;

  ReleasePages(Terminology terms, Renderer renderer) {
    this.terms = terms;
    this.renderer = renderer;
  }

  /**
   * The releases, the newest first.
   *
   * @param present number of the latest
   */
  record ListView(int present, List<Release> releases, Pager pager) {}

  /** What differs between two releases. */
  record DiffView(Release from, Release to, int present, Differences differences) {}

  /** Going back to a release, to be confirmed. */
  record RollbackView(
      Release release, int present, Differences differences, String comment, String refusal) {}

  /**
   * Differences in words.
   *
   * @param hidden how many more there are than are shown
   */
  record Differences(
      List<ConceptLink> added, List<Changed> changed, List<ConceptLink> removed, int hidden) {

    static Differences of(GlossaryDiff diff, Texts texts) {
      return new Differences(
          diff.added().stream().limit(SHOWN).map(ConceptLink::of).toList(),
          diff.changed().stream()
              .limit(SHOWN)
              .map(
                  change ->
                      new Changed(
                          ConceptLink.of(change.after()),
                          ConceptDifference.between(change.before(), change.after(), texts)))
              .toList(),
          diff.removed().stream().limit(SHOWN).map(ConceptLink::of).toList(),
          hidden(diff.added()) + hidden(diff.changed()) + hidden(diff.removed()));
    }

    private static int hidden(List<?> all) {
      return Math.max(0, all.size() - SHOWN);
    }

    boolean isEmpty() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
  }

  /** A concept with other content. */
  record Changed(ConceptLink concept, List<ConceptDifference.Line> lines) {}

  Reply list(Visit visit) {
    int present = present();
    Pager pager = Pager.of(visit.request(), "/glossary/releases", present, PAGE_SIZE);
    ListView view =
        new ListView(present, terms.releases().list(pager.offset(PAGE_SIZE), PAGE_SIZE), pager);
    return page(visit, "release/releases", visit.texts().get("releases.title"), view);
  }

  /** Numbers have no gap, so the latest is how many there are. */
  private int present() {
    return terms.releases().list(0, 1).get(0).number();
  }

  Reply diff(Visit visit) {
    Release from = terms.releases().release(number(visit.request(), "from"));
    Release to = terms.releases().release(number(visit.request(), "to"));
    GlossaryDiff diff = terms.releases().diff(from.number(), to.number());
    DiffView view = new DiffView(from, to, present(), Differences.of(diff, visit.texts()));
    String title = visit.texts().get("releases.diff.title", from.number(), to.number());
    return page(visit, "release/releaseDiff", title, view);
  }

  Reply askBack(Visit visit) {
    return askBack(visit, 200, "", "");
  }

  private Reply askBack(Visit visit, int status, String comment, String refusal) {
    Release release = terms.releases().release(number(visit.request(), "number"));
    int present = present();
    GlossaryDiff diff = terms.releases().diff(present, release.number());
    RollbackView view =
        new RollbackView(release, present, Differences.of(diff, visit.texts()), comment, refusal);
    String title = visit.texts().get("rollback.title", release.number());
    return Reply.html(status, renderer.page(visit, "release/rollback", title, "glossary", view));
  }

  Reply goBack(Visit visit) {
    String comment = visit.request().field("comment");
    int number = number(visit.request(), "number");
    try {
      Batch batch = terms.batches().restore(number, comment.strip(), visit.account());
      return Reply.redirect("/glossary/proposals?notice=proposed&batch=" + batch.id());
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.WRONG_STATE && e.code() != ErrorCode.INVALID_REQUEST) {
        throw e;
      }
      boolean same = e.code() == ErrorCode.WRONG_STATE;
      String message = visit.texts().get(same ? "rollback.same" : "concept.invalid-request");
      return askBack(visit, same ? 409 : 422, comment, message);
    }
  }

  /** A release number of the path or the query; one that cannot exist is unknown. */
  static int number(WebRequest request, String name) {
    String number = request.parameter(name);
    if (!number.matches("[0-9]{1,9}")) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "release: unknown (expected: a known one)");
    }
    return Integer.parseInt(number);
  }

  private Reply page(Visit visit, String template, String title, Object view) {
    return Reply.html(renderer.page(visit, template, title, "glossary", view));
  }
}
