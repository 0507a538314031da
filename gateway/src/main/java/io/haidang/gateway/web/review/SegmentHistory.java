package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.WordDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The texts that a segment has had, each to be taken again; that is one more edit. */
final class SegmentHistory {

  private final ReviewDesk desk;
  private final Renderer renderer;

  SegmentHistory(ReviewDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /**
   * The texts, the newest first; the machine's is the last.
   *
   * @param back to the segment
   */
  record View(Target target, int number, String back, List<Line> lines) {}

  /**
   * One text of the past or the present.
   *
   * @param what who did what
   * @param difference from the text before
   * @param text what it was then; empty where nothing changed
   */
  record Line(String time, String what, List<WordDiff.Part> difference, String text) {}

  Reply show(Visit visit) {
    Target target = desk.target(visit.request().target());
    SegmentView segment = desk.segment(target.id(), visit.request().segment());
    View view =
        new View(
            target,
            segment.index() + 1,
            TargetLink.href(target.id(), segment.index()),
            lines(target, segment, visit.texts()));
    return visit.request().fragment()
        ? Reply.html(renderer.fragment(visit, "review/segmentHistory", view))
        : Reply.html(
            renderer.page(
                visit, "review/segmentHistoryPage", target.asset().title(), "queue", view));
  }

  private List<Line> lines(Target target, SegmentView segment, Texts texts) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("", texts.get("event.by-machine"), List.of(), segment.machine()));
    for (Event event : sinceTheTextWasMade(desk.events(target.id()))) {
      if (event.data().get("index") instanceof Number index
          && index.intValue() == segment.index()) {
        lines.add(line(event, segment.index(), texts));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  /** When a product is made anew its segments may stand in other places. */
  private static List<Event> sinceTheTextWasMade(List<Event> events) {
    int from = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).type().equals(EventLog.REMADE)) {
        from = i;
      }
    }
    return events.subList(from, events.size());
  }

  private static Line line(Event event, int index, Texts texts) {
    String key = "event." + event.type();
    String what = texts.has(key) ? texts.get(key, index + 1) : event.type();
    boolean changed = event.data().get("after") instanceof String;
    String before = String.valueOf(event.data().getOrDefault("before", ""));
    String after = String.valueOf(event.data().getOrDefault("after", ""));
    return new Line(
        texts.time(event.at()),
        event.actor() + " " + what,
        changed ? WordDiff.of(before, after) : List.of(),
        changed ? after : "");
  }
}
