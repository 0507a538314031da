package io.haidang.gateway.http.queue;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.priority.Risk;
import io.haidang.gateway.queue.Claim;
import io.haidang.gateway.queue.Person;
import io.haidang.gateway.queue.QueueItem;
import io.haidang.gateway.queue.SavedView;
import io.haidang.translation.review.TargetState;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue on the wire. */
final class QueueJson {

  private QueueJson() {}

  /** A target as everywhere, and its place in the queue. */
  static JsonObject item(QueueItem item) {
    return ApiJson.target(item.target())
        .put("risk", risk(item.risk()))
        .put("since", item.since().toString())
        .put("readBy", item.readBy().toString())
        .put("deadline", item.deadline() == null ? null : item.deadline().toString())
        .put("assignee", person(item.assignee()))
        .put("claim", item.claim() == null ? null : claim(item.claim()));
  }

  private static JsonObject risk(Risk risk) {
    return new JsonObject()
        .put("hours", risk.hours())
        .put("errors", risk.errors())
        .put("unsure", risk.unsure())
        .put("names", risk.names())
        .put("warnings", risk.warnings())
        .put("public", risk.isPublic());
  }

  static JsonObject claim(Claim claim) {
    return new JsonObject()
        .put("holder", person(claim.holder()))
        .put("since", claim.since().toString())
        .put("until", claim.until().toString());
  }

  private static @Nullable JsonObject person(@Nullable Person person) {
    return person == null
        ? null
        : new JsonObject().put("login", person.login()).put("displayName", person.name());
  }

  static JsonObject counts(Map<TargetState, Long> counts) {
    JsonObject json = new JsonObject();
    for (TargetState state : TargetState.values()) {
      json.put(PublicName.of(state), counts.getOrDefault(state, 0L));
    }
    return new JsonObject().put("counts", json);
  }

  static JsonObject view(SavedView view) {
    return new JsonObject()
        .put("id", view.id().toString())
        .put("name", view.name())
        .put("query", view.query())
        .put("href", "/queue?" + view.query());
  }
}
