package io.haidang.gateway.web.terms;

import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.Candidates;
import io.haidang.gateway.terms.Candidates.Found;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.TargetRow;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What a text names and the glossary does not have, to propose from. */
public final class CandidatesPage {

  private static final String PATH = "/glossary/candidates";
  private static final int PAGE_SIZE = 50;
  private static final int RECENT = 50;

  private final Candidates candidates;
  private final Drafts drafts;
  private final Visibility visibility;
  private final Renderer renderer;
  private final Clock clock;

  CandidatesPage(
      Candidates candidates, Drafts drafts, Visibility visibility, Renderer renderer, Clock clock) {
    this.candidates = candidates;
    this.drafts = drafts;
    this.visibility = visibility;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** The texts to choose from, the newest first. */
  record TextsView(List<TargetRow> rows) {

    public String href(TargetRow row) {
      return CandidatesPage.href(row.target().id());
    }
  }

  /** What one text names. */
  record View(Found found, List<CandidateRow> rows, Pager pager) {

    Target target() {
      return found.target();
    }

    /** The source side by side with its translation. */
    String textHref() {
      return TargetLink.href(target().id());
    }

    boolean isCut() {
      return found.read() < found.segments();
    }
  }

  public static String href(UUID target) {
    return PATH + "?target=" + target;
  }

  Reply show(Visit visit) {
    visit.account().require(Role.TERMINOLOGIST);
    return visit.request().parameter("target").isEmpty() ? choose(visit) : list(visit);
  }

  private Reply choose(Visit visit) {
    List<TargetRow> rows =
        drafts.recent(visit.account(), RECENT).stream()
            .map(target -> TargetRow.of(target, visit.texts(), clock.instant()))
            .toList();
    return page(visit, "terms/candidateTexts", new TextsView(rows));
  }

  private Reply list(Visit visit) {
    UUID target = visit.request().target("target");
    visibility.requireTarget(target, visit.account());
    Found found = candidates.of(target, 0, Integer.MAX_VALUE, visit.account());
    Pager pager = Pager.of(visit.request(), href(target), found.total(), PAGE_SIZE);
    List<CandidateRow> rows =
        found.candidates().stream()
            .skip(pager.offset(PAGE_SIZE))
            .limit(PAGE_SIZE)
            .map(candidate -> new CandidateRow(found.target(), candidate))
            .toList();
    return page(visit, "terms/candidates", new View(found, rows, pager));
  }

  private Reply page(Visit visit, String template, Object view) {
    String title = visit.texts().get("candidates.title");
    return Reply.html(renderer.page(visit, template, title, "glossary", view));
  }
}
