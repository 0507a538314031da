package io.haidang.gateway.web.review;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.Version;
import io.haidang.gateway.web.kit.ChangedSegment;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.SegmentDiff;
import java.time.Instant;
import java.util.List;

/** Two versions of a translation: the machine's, as it was handed in or decided about, now. */
final class VersionsPage {

  private final ReviewDesk desk;
  private final Renderer renderer;

  VersionsPage(ReviewDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /**
   * What is compared.
   *
   * @param choices all versions, the machine's first
   * @param size segments of the text
   */
  record View(
      TargetBar bar,
      List<Choice> choices,
      String from,
      String to,
      List<ChangedSegment> changes,
      int size) {

    String href(ChangedSegment segment) {
      return TargetLink.href(bar.target().id(), segment.index());
    }
  }

  /** A version that may be chosen, in words. */
  record Choice(String id, String words) {}

  /** Without a choice: from what the machine wrote to the present text. */
  Reply show(Visit visit) {
    Target target = desk.target(visit.request().target());
    List<Version> versions = desk.versions().of(target.id());
    Version from = chosen(versions, visit.request().parameter("from"), versions.get(0));
    Version to =
        chosen(versions, visit.request().parameter("to"), versions.get(versions.size() - 1));
    View view =
        new View(
            TargetBar.of(target, "history", desk, null, visit),
            versions.stream().map(version -> choice(version, visit.texts())).toList(),
            from.id(),
            to.id(),
            ChangedSegment.of(SegmentDiff.inPlace(from.texts(), to.texts()), visit.texts()),
            to.texts().size());
    return Reply.html(
        renderer.page(visit, "review/versions", target.asset().title(), "queue", view));
  }

  private static Version chosen(List<Version> versions, String id, Version usual) {
    return versions.stream().filter(each -> each.id().equals(id)).findFirst().orElse(usual);
  }

  private static Choice choice(Version version, Texts texts) {
    Instant at = version.at();
    String when = at == null ? "" : texts.time(at);
    return new Choice(version.id(), texts.get("version." + name(version), version.actor(), when));
  }

  private static String name(Version version) {
    return PublicName.of(version.step());
  }
}
