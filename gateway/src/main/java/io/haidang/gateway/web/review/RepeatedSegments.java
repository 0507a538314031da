package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.quality.NotesReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Carries a segment's text into those that say the same, and takes that back. */
final class RepeatedSegments {

  private final HttpServices services;
  private final Renderer renderer;

  RepeatedSegments(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * The segment that was carried, and the others as they are now.
   *
   * @param message for a screen reader
   */
  record View(
      SegmentCard card,
      List<SegmentCard> others,
      RepeatNote note,
      TargetBar bar,
      boolean editable,
      String message,
      int page,
      NotesReader notes,
      Map<Integer, Integer> threads) {}

  Reply carry(Visit visit) {
    WebRequest request = visit.request();
    Map<Integer, Integer> changed =
        services
            .desk()
            .repetitions()
            .carry(request.target(), request.segment(), request.number("version"), visit.account());
    String message = visit.texts().get("repeat.carried", changed.size());
    return answer(visit, changed.keySet(), RepeatNote.carried(changed), message);
  }

  Reply takeBack(Visit visit) {
    WebRequest request = visit.request();
    Map<Integer, Integer> versions = SegmentVersions.read(request.field("changes"));
    List<Integer> given =
        services.desk().repetitions().takeBack(request.target(), versions, visit.account());
    String message = visit.texts().get("repeat.taken-back", given.size());
    return answer(visit, given, RepeatNote.waiting(given.size()), message);
  }

  private Reply answer(Visit visit, Collection<Integer> others, RepeatNote note, String message) {
    WebRequest request = visit.request();
    int index = request.segment();
    Target target = services.desk().target(request.target());
    if (!request.fragment()) {
      return Reply.redirect(TargetLink.href(target.id(), index));
    }
    Cards cards = Cards.of(target, services, visit.texts());
    View view =
        new View(
            card(cards, target, index),
            others.stream().map(other -> card(cards, target, other)).toList(),
            note,
            TargetBar.of(target, "text", services.desk(), null, visit),
            Workbench.isEditable(visit, target),
            message,
            Pager.number(request),
            NotesReader.of(target, services, visit),
            services.discussions().open(target.id()));
    return Reply.html(renderer.fragment(visit, "review/carriedSegments", view));
  }

  private SegmentCard card(Cards cards, Target target, int index) {
    return cards.card(services.desk().segment(target.id(), index), null);
  }
}
