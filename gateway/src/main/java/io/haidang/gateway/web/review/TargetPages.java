package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.Summaries;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.quality.DecisionNote;
import io.haidang.translation.WordDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What else there is to see about a translation: progress, summary, history. */
final class TargetPages {

  private final ReviewDesk desk;
  private final Renderer renderer;

  TargetPages(ReviewDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /** The summary beside the text it was made from. */
  record SummaryView(TargetBar bar, Summaries summaries) {}

  /** What happened, the newest first. */
  record HistoryView(TargetBar bar, List<EventLine> events) {}

  /**
   * One event in words.
   *
   * @param edit how a segment was changed; empty for other events
   */
  record EventLine(
      String time, String actor, String what, String comment, List<WordDiff.Part> edit) {}

  /** How far the worker is; a script asks until it is done and then loads the page again. */
  Reply progress(Visit visit) {
    Target target = desk.target(visit.request().target());
    TargetBar bar = TargetBar.of(target, "text", desk, null, visit);
    Reply reply = Reply.html(renderer.fragment(visit, "review/progress", bar));
    return bar.isWorking() ? reply : reply.with("HX-Refresh", "true");
  }

  Reply summary(Visit visit) {
    TargetBar bar = bar(visit, "summary");
    SummaryView view = new SummaryView(bar, desk.summaries(bar.target().id()));
    return Reply.html(
        renderer.page(visit, "review/summary", bar.target().asset().title(), "queue", view));
  }

  Reply history(Visit visit) {
    TargetBar bar = bar(visit, "history");
    List<EventLine> lines = new ArrayList<>();
    desk.events(bar.target().id()).forEach(event -> lines.add(line(event, visit.texts())));
    Collections.reverse(lines);
    return Reply.html(
        renderer.page(
            visit,
            "review/history",
            bar.target().asset().title(),
            "queue",
            new HistoryView(bar, lines)));
  }

  private TargetBar bar(Visit visit, String tab) {
    Target target = desk.target(visit.request().target());
    return TargetBar.of(target, tab, desk, null, visit);
  }

  private static EventLine line(Event event, Texts texts) {
    String key = "event." + event.type();
    return new EventLine(
        texts.time(event.at()),
        event.actor().equals(EventLog.WORKER) ? texts.get("event.by-machine") : event.actor(),
        texts.has(key)
            ? texts.get(key, number(event, "index"), number(event, "from"), number(event, "to"))
            : event.type(),
        comment(event, texts),
        event.data().containsKey("before")
            ? WordDiff.of(text(event, "before"), text(event, "after"))
            : List.of());
  }

  /** What was said, what the approver changed, and which segments are to be changed. */
  private static String comment(Event event, Texts texts) {
    return Stream.of(text(event, "comment"), DecisionNote.of(event, texts))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Segments count from 0 in the log and from 1 for people. */
  private static int number(Event event, String name) {
    return event.data().get(name) instanceof Number number ? number.intValue() + 1 : 0;
  }

  private static String text(Event event, String name) {
    Object value = event.data().get(name);
    return value == null ? "" : value.toString();
  }
}
