package io.haidang.gateway.web.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.AssetPart;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.ChangedSegment;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Visit;
import java.util.List;

/** Two revisions of a part of a story. */
final class ChangesPage {

  private final StoryServices stories;
  private final Renderer renderer;

  ChangesPage(StoryServices stories, Renderer renderer) {
    this.stories = stories;
    this.renderer = renderer;
  }

  /**
   * What is compared.
   *
   * @param revisions that have a text, the first one first
   */
  record View(
      Bundle bundle,
      AssetPart part,
      List<Revision> revisions,
      int from,
      int to,
      List<ChangedSegment> changes) {

    String href() {
      return StoryLink.part(bundle.story().id(), part.id());
    }
  }

  /** Without a choice: from the text before to the last. */
  Reply show(Visit visit) {
    Bundle bundle = stories.stories().bundle(visit.request().id("story"));
    AssetPart part = PartPages.part(bundle, visit.request().id("asset"));
    List<Revision> revisions =
        part.revisions().stream().filter(revision -> revision.text() != null).toList();
    if (revisions.isEmpty()) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "revision: none (expected: a part with a text)");
    }
    int to = number(visit, "to", revisions.get(revisions.size() - 1).number());
    int from = number(visit, "from", before(revisions, to));
    View view =
        new View(
            bundle,
            part,
            revisions,
            from,
            to,
            ChangedSegment.of(stories.revisions().changes(part.id(), from, to), visit.texts()));
    return Reply.html(renderer.page(visit, "story/changes", part.title(), "stories", view));
  }

  private static int before(List<Revision> revisions, int number) {
    return revisions.stream()
        .mapToInt(Revision::number)
        .filter(each -> each < number)
        .max()
        .orElse(number);
  }

  private static int number(Visit visit, String name, int usual) {
    String text = visit.request().parameter(name);
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : usual;
  }
}
