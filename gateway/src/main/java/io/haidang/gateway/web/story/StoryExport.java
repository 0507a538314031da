package io.haidang.gateway.web.story;

import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.Visit;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** A story as a file: everything as an archive, or what may leave the house as JSON. */
final class StoryExport {

  private final StoryServices stories;

  StoryExport(StoryServices stories) {
    this.stories = stories;
  }

  Reply zip(Visit visit) {
    UUID story = visit.request().id("story");
    return Reply.file(
        "story-" + story + ".zip", "application/zip", Buffer.buffer(stories.bundles().zip(story)));
  }

  Reply content(Visit visit) {
    UUID story = visit.request().id("story");
    JsonObject content = new JsonObject(stories.bundles().content(story));
    return Reply.file("story-" + story + ".json", "application/json", content.toBuffer());
  }
}
