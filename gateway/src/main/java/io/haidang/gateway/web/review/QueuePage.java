package io.haidang.gateway.web.review;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetRow;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translations by state, the riskiest first. */
final class QueuePage {

  private static final int LIMIT = 200;

  private static final List<TargetState> TABS =
      List.of(
          TargetState.IN_REVIEW,
          TargetState.CHANGES_REQUESTED,
          TargetState.APPROVED,
          TargetState.PUBLISHED,
          TargetState.REJECTED,
          TargetState.MACHINE,
          TargetState.FAILED);

  private final ReviewDesk desk;
  private final Renderer renderer;
  private final Clock clock;

  QueuePage(ReviewDesk desk, Renderer renderer, Clock clock) {
    this.desk = desk;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * One state of the queue.
   *
   * @param tabs the states to choose from
   */
  record View(List<Tab> tabs, Tab open, List<TargetRow> rows) {}

  /**
   * A state and how many are in it.
   *
   * @param id in the address
   */
  record Tab(String id, TargetState state, long count) {}

  Reply show(Visit visit) {
    Map<TargetState, Long> counts = desk.counts(visit.account());
    List<Tab> tabs = TABS.stream().map(state -> tab(state, counts)).toList();
    String wanted = visit.request().parameter("state");
    Tab open = tabs.stream().filter(tab -> tab.id().equals(wanted)).findFirst().orElse(tabs.get(0));
    List<TargetRow> rows =
        desk.queue(states(open.state()), visit.account(), LIMIT).stream()
            .map(target -> TargetRow.of(target, visit.texts(), clock.instant()))
            .toList();
    String title = visit.texts().get("queue.title");
    return Reply.html(
        renderer.page(visit, "review/queue", title, "queue", new View(tabs, open, rows)));
  }

  private static Tab tab(TargetState state, Map<TargetState, Long> counts) {
    long count = states(state).stream().mapToLong(each -> counts.getOrDefault(each, 0L)).sum();
    return new Tab(PublicName.of(state), state, count);
  }

  /** Waiting for a worker and being worked on are one thing to a reader. */
  private static Set<TargetState> states(TargetState tab) {
    return tab == TargetState.MACHINE
        ? Set.of(TargetState.DRAFT, TargetState.MACHINE)
        : Set.of(tab);
  }
}
