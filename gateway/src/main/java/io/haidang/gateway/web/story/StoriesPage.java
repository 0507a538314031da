package io.haidang.gateway.web.story;

import io.haidang.gateway.draft.Story;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Visit;
import java.util.List;

/** All stories, the newest first. */
final class StoriesPage {

  private static final int PAGE_SIZE = 25;

  private final StoryServices stories;
  private final Renderer renderer;

  StoriesPage(StoryServices stories, Renderer renderer) {
    this.stories = stories;
    this.renderer = renderer;
  }

  /**
   * A part of the list.
   *
   * @param page from 1
   * @param hasMore whether there are older ones
   */
  record View(List<Row> rows, int page, boolean hasMore) {}

  /**
   * A story in the list.
   *
   * @param parts texts, files and media
   * @param products asked for so far
   * @param signedOff of these
   * @param stale of these
   */
  record Row(Story story, int parts, int products, long signedOff, long stale) {

    String href() {
      return StoryLink.href(story.id());
    }
  }

  Reply show(Visit visit) {
    int page = Pager.number(visit.request());
    List<Story> found =
        stories.stories().recent(visit.account(), (page - 1) * PAGE_SIZE, PAGE_SIZE + 1);
    View view =
        new View(
            found.stream().limit(PAGE_SIZE).map(this::row).toList(),
            page,
            found.size() > PAGE_SIZE);
    String title = visit.texts().get("stories.title");
    return Reply.html(renderer.page(visit, "story/stories", title, "stories", view));
  }

  private Row row(Story story) {
    Bundle bundle = stories.stories().bundle(story.id());
    return new Row(
        story,
        bundle.assets().size(),
        bundle.products().size(),
        bundle.products().stream().filter(target -> target.state().isSignedOff()).count(),
        bundle.products().stream().filter(target -> target.isStale()).count());
  }
}
