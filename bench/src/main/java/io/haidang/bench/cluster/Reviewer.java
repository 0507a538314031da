package io.haidang.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.bench.cluster.Desk.Answer;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Edits texts that wait, and approves them. */
final class Reviewer extends Colleague {

  private static final int PAUSE_MILLIS = 800;
  private static final int MARK = 20;

  Reviewer(Desk desk, Ledger ledger, long seed, BooleanSupplier isOver) {
    super(desk, ledger, seed, isOver, PAUSE_MILLIS);
  }

  @Override
  void act() throws InterruptedException {
    Answer waiting = noted(desk.get("targets?state=in-review&limit=50"));
    if (!waiting.isGood()) {
      return;
    }
    JsonNode targets = waiting.json().path("targets");
    if (targets.size() > 0) {
      review(UUID.fromString(targets.get(random.nextInt(targets.size())).path("id").asText()));
    }
  }

  private void review(UUID target) throws InterruptedException {
    Answer answer = noted(desk.get("targets/" + target + "/segments"));
    if (!answer.isGood()) {
      return;
    }
    JsonNode segments = answer.json().path("segments");
    edit(target, segments.get(random.nextInt(segments.size())));
    accept(target);
    approve(target);
  }

  /** Inline codes of the machine's text stay. */
  private void edit(UUID target, JsonNode segment) throws InterruptedException {
    String text = segment.path("target").asText() + " (" + mark() + ")";
    Answer edited =
        noted(
            desk.put(
                "targets/" + target + "/segments/" + segment.path("index").asInt(),
                Map.of("version", segment.path("version").asInt(), "text", text)));
    if (edited.isGood()) {
      ledger.edited(target, text);
    }
  }

  /** Letters alone: a figure that the source does not have would be an error. */
  private String mark() {
    return random
        .ints(MARK, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Whatever the checks say now, the edit included. */
  private void accept(UUID target) throws InterruptedException {
    Answer answer = noted(desk.get("targets/" + target + "/segments"));
    if (!answer.isGood()) {
      return;
    }
    for (JsonNode segment : answer.json().path("segments")) {
      for (JsonNode finding : segment.path("findings")) {
        if (finding.path("severity").asText().equals("error")) {
          noted(
              desk.post(
                  "targets/%s/segments/%d/findings/%s/ignore"
                      .formatted(
                          target, segment.path("index").asInt(), finding.path("id").asText()),
                  Map.of("reason", "Read and accepted.")));
        }
      }
    }
  }

  private void approve(UUID target) throws InterruptedException {
    Answer present = noted(desk.get("targets/" + target));
    if (!present.isGood()) {
      return;
    }
    Answer approved =
        noted(
            desk.post(
                "targets/" + target + "/decisions",
                Map.of(
                    "decision",
                    "approve",
                    "version",
                    present.json().path("version").asInt(),
                    "comment",
                    "Read and accepted.")));
    if (approved.isGood()) {
      ledger.approved(target);
    } else if (approved.isUnknown()) {
      ledger.perhapsApproved(target);
    }
  }
}
