package io.haidang.gateway.web.draft;

import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetRow;
import io.haidang.gateway.web.kit.Visit;
import java.time.Clock;
import java.util.List;

/** What the account has handed in, and what others have, newest first. */
final class DraftsPage {

  private static final int LIMIT = 50;

  private final Drafts drafts;
  private final Renderer renderer;
  private final Clock clock;

  DraftsPage(Drafts drafts, Renderer renderer, Clock clock) {
    this.drafts = drafts;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * The list.
   *
   * @param all whether other authors' drafts are shown too
   * @param notice to say what has just happened; empty for nothing
   */
  record View(List<TargetRow> rows, boolean all, String notice) {

    /** Whether the list will change without anybody doing anything. */
    boolean isWorking() {
      return rows.stream().anyMatch(TargetRow::isWorking);
    }
  }

  Reply show(Visit visit) {
    boolean all = visit.request().parameter("of").equals("all");
    String notice = "drafts.notice." + visit.request().parameter("notice");
    List<Target> targets =
        all ? drafts.recent(visit.account(), LIMIT) : drafts.recentOf(visit.account().id(), LIMIT);
    View view =
        new View(
            targets.stream()
                .map(target -> TargetRow.of(target, visit.texts(), clock.instant()))
                .toList(),
            all,
            visit.texts().has(notice) ? visit.texts().get(notice) : "");
    String title = visit.texts().get("drafts.title");
    return Reply.html(
        visit.request().fragment()
            ? renderer.fragment(visit, "draft/draftList", view)
            : renderer.page(visit, "draft/drafts", title, "drafts", view));
  }
}
