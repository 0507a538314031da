package io.haidang.gateway.web.aid;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.memory.Labels;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.memory.Concordance;
import io.haidang.translation.memory.MemoryEntry;
import java.util.List;

/** Where words have stood before, in either language, in what people have approved or imported. */
final class EarlierTexts {

  private static final int MOST = 20;
  private static final int LONGEST = 200;

  private final HttpServices services;
  private final Renderer renderer;

  EarlierTexts(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * What was found.
   *
   * @param words as they were asked for; empty before anybody has
   * @param total how many there are
   */
  record View(Target target, String back, String words, long total, List<Line> lines) {}

  /** A segment of the past, its translation, and where it comes from. */
  record Line(String source, String target, String origin) {}

  Reply show(Visit visit) {
    Target target = services.desk().target(visit.request().target());
    String words = TextField.require("q", visit.request().parameter("q"), LONGEST).strip();
    View view = words.isEmpty() ? empty(target) : found(visit, target, words);
    return visit.request().fragment()
        ? Reply.html(renderer.fragment(visit, "aid/earlier", view))
        : Reply.html(
            renderer.page(visit, "aid/earlierPage", target.asset().title(), "queue", view));
  }

  private static View empty(Target target) {
    return new View(target, TargetLink.href(target.id()), "", 0, List.of());
  }

  private View found(Visit visit, Target target, String words) {
    Concordance search = new Concordance(words, TextKind.of(target).pair(), Labels.ALL, 0, MOST);
    MemoryDesk.Page page = services.memory().search(search, visit.account());
    return new View(
        target,
        TargetLink.href(target.id()),
        words,
        page.total(),
        page.entries().stream().map(entry -> line(entry, visit)).toList());
  }

  private static Line line(MemoryEntry entry, Visit visit) {
    String when = visit.texts().time(entry.origin().at());
    return new Line(entry.source(), entry.target(), entry.origin().person() + " · " + when);
  }
}
