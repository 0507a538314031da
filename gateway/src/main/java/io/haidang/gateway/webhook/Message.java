package io.haidang.gateway.webhook;

import io.haidang.gateway.events.Milestone;
import io.haidang.gateway.store.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is told: what happened to which text, and where to read it. Never a word of the
 * text itself, nor who did it.
 *
 * @param id the same for each try
 * @param at when it happened
 * @param subject null for a test
 */
record Message(String id, Instant at, @Nullable Subject subject) {

  /**
   * The text that something happened to.
   *
   * @param form and
   * @param language as they are in addresses
   */
  record Subject(
      Milestone milestone,
      long event,
      UUID target,
      UUID asset,
      UUID story,
      String form,
      String language) {}

  /** Such as {@code target.approved}. */
  String type() {
    return subject == null ? "test" : "target." + subject.milestone().id();
  }

  /** Body of the request, the same for each try. */
  String body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type());
    body.put("timestamp", at.toString());
    body.put("data", subject == null ? Map.of() : data(subject));
    return Json.write(body);
  }

  private static Map<String, Object> data(Subject subject) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("event", subject.event());
    data.put("target", subject.target().toString());
    data.put("draft", subject.asset().toString());
    data.put("bundle", subject.story().toString());
    data.put("form", subject.form());
    data.put("language", subject.language());
    data.put("href", "/api/v1/targets/" + subject.target());
    if (subject.milestone() == Milestone.PUBLISHED || subject.milestone() == Milestone.WITHDRAWN) {
      data.put("published", "/api/v1/published/" + subject.target());
    }
    return data;
  }
}
