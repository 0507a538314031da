package io.haidang.gateway.web.aid;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.recipe.PlayTime;
import io.haidang.gateway.review.TimelineCue;
import io.haidang.gateway.review.Timelines;
import io.haidang.gateway.review.WorkingCopy;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.document.subtitle.SubtitleFinding;
import io.haidang.translation.document.subtitle.SubtitleFinding.Rule;
import io.haidang.translation.document.subtitle.SubtitleRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Subtitles at their times, with what their reader is typing in place of what is confirmed: a part
 * of the workbench, and a page of its own without scripts.
 */
final class TimeLine {

  private final HttpServices services;
  private final Renderer renderer;

  TimeLine(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * All cues of a text.
   *
   * @param rules of the language, by which a script judges what is being typed
   */
  record View(Target target, List<CueView> cues, SubtitleRules rules) {

    String back() {
      return TargetLink.href(target.id());
    }
  }

  /**
   * A cue in words.
   *
   * @param href where its first segment is edited
   */
  record CueView(TimelineCue cue, String href, List<String> troubles) {

    String time() {
      return PlayTime.of(cue.time().start()) + " – " + PlayTime.of(cue.time().end());
    }

    /** Ids as a script reads them. */
    String segments() {
      return cue.segments().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** How a style sheet marks it. */
    String marks() {
      boolean overlaps = has(Rule.OVERLAP, false) || has(Rule.ORDER, false);
      String speed =
          has(Rule.READING_SPEED, true)
              ? "fast too-fast"
              : has(Rule.READING_SPEED, false) ? "fast" : "";
      return (overlaps ? "overlap " : "") + speed;
    }

    private boolean has(Rule rule, boolean error) {
      return cue.findings().stream()
          .anyMatch(found -> found.rule() == rule && found.error() == error);
    }
  }

  Reply show(Visit visit) {
    Target target = services.desk().target(visit.request().target());
    if (!Timelines.hasTimes(target)) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "timeline: none (expected: subtitles or a transcript)");
    }
    View view =
        new View(
            target,
            services.desk().timelines().of(target, typed(visit, target)).stream()
                .map(cue -> view(target, cue, visit.texts()))
                .toList(),
            SubtitleRules.forLanguage(target.language()));
    return Reply.html(
        visit.request().fragment()
            ? renderer.fragment(visit, "aid/timeLine", view)
            : renderer.page(visit, "aid/timeLinePage", target.asset().title(), "queue", view));
  }

  /** What the reader is typing; nobody else's. */
  private Map<Integer, String> typed(Visit visit, Target target) {
    return services.desk().copies().of(target.id(), visit.account()).values().stream()
        .collect(Collectors.toMap(WorkingCopy::index, WorkingCopy::text));
  }

  private static CueView view(Target target, TimelineCue cue, Texts texts) {
    String href =
        cue.segments().isEmpty()
            ? TargetLink.href(target.id())
            : TargetLink.href(target.id(), cue.segments().get(0));
    return new CueView(
        cue, href, cue.findings().stream().map(found -> trouble(found, texts)).toList());
  }

  private static String trouble(SubtitleFinding found, Texts texts) {
    return texts.get(
        "timeline." + found.rule().id(), Math.round(found.value()), Math.round(found.limit()));
  }
}
