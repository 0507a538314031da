package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.WordDiff;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryOrigin;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the memory has for a segment, beside it in the workbench or on a page of its own. */
final class MemoryPanel {

  private static final int MOST = 5;

  private final HttpServices services;
  private final Renderer renderer;

  MemoryPanel(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * The matches of a segment.
   *
   * @param back to the segment
   * @param source of the segment
   */
  record View(Target target, int index, String back, String source, List<Line> lines) {

    /** The number that people use, from 1. */
    int number() {
      return index + 1;
    }
  }

  /**
   * One match.
   *
   * @param difference from the entry's source to the segment's
   * @param notes what to know of it: figures that were replaced, why it is worth less
   * @param origin where it comes from, in words
   * @param href of the text it comes from; empty when it was imported
   */
  record Line(
      int score,
      String kind,
      String target,
      List<WordDiff.Part> difference,
      List<String> notes,
      String origin,
      String href) {}

  Reply show(Visit visit) {
    Target target = services.desk().target(visit.request().target());
    int index = visit.request().segment();
    String source = services.memory().source(target.id(), index);
    View view =
        new View(
            target,
            index,
            TargetLink.href(target.id()) + "#segment-" + index,
            source,
            services.memory().matches(target.id(), index, MOST, visit.account()).stream()
                .map(match -> line(match, source, visit.texts()))
                .toList());
    return visit.request().fragment()
        ? Reply.html(renderer.fragment(visit, "review/matches", view))
        : Reply.html(
            renderer.page(visit, "review/matchesPage", target.asset().title(), "queue", view));
  }

  private static Line line(MemoryMatch match, String source, Texts texts) {
    MemoryOrigin origin = match.entry().origin();
    boolean isApproved = origin.kind() == MemoryOrigin.Kind.APPROVED;
    return new Line(
        match.score(),
        texts.name("match-kind", match.kind()),
        match.target(),
        match.difference(source),
        Stream.concat(
                match.substitutions().stream()
                    .map(change -> texts.get("match.figure", change.from(), change.to())),
                match.penalties().stream().map(penalty -> texts.name("match-penalty", penalty)))
            .toList(),
        texts.get(
            isApproved ? "match.approved" : "match.imported",
            origin.person(),
            texts.time(origin.at()),
            origin.document()),
        isApproved ? href(origin) : "");
  }

  private static String href(MemoryOrigin origin) {
    return TargetLink.href(UUID.fromString(origin.document())) + "#segment-" + origin.segment();
  }
}
