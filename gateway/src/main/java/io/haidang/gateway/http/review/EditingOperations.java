package io.haidang.gateway.http.review;

import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.Repetitions;
import io.haidang.gateway.review.WorkingCopies;
import io.haidang.gateway.review.WorkingCopy;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What goes on around an edit: working copies before it, repeated segments after it. */
public final class EditingOperations {

  private final WorkingCopies copies;
  private final Repetitions repetitions;

  private EditingOperations(WorkingCopies copies, Repetitions repetitions) {
    this.copies = copies;
    this.repetitions = repetitions;
  }

  public static void add(Operations operations) {
    EditingOperations room =
        new EditingOperations(
            operations.services().desk().copies(), operations.services().desk().repetitions());
    operations.json("listWorkingCopies", room::list);
    operations.json("countRepetitions", room::count);
    Operations changing = operations.opening(Set.of(Scope.REVIEW));
    changing.json("keepWorkingCopy", room::keep);
    changing.reply("discardWorkingCopy", room::discard);
    changing.json("carryIntoRepetitions", room::carry);
    changing.json("takeBackRepetitions", room::takeBack);
  }

  private JsonObject list(ApiCall call) {
    List<WorkingCopy> own =
        copies.of(call.id(), call.account()).values().stream()
            .sorted(Comparator.comparingInt(WorkingCopy::index))
            .toList();
    return ApiJson.list("workingCopies", own, EditingOperations::copy);
  }

  private static JsonObject copy(WorkingCopy copy) {
    return new JsonObject()
        .put("segment", copy.index())
        .put("version", copy.version())
        .put("text", copy.text())
        .put("savedAt", copy.savedAt().toString());
  }

  private JsonObject keep(ApiCall call) {
    WorkingCopies.Kept kept =
        copies.keep(
            call.id(),
            call.pathNumber("index"),
            call.body().getInteger("version"),
            call.body().getString("text"),
            call.account());
    return new JsonObject()
        .put("savedAt", kept.at().toString())
        .put("current", kept.isCurrent())
        .put("stored", kept.isStored());
  }

  private Reply discard(ApiCall call) {
    copies.discard(call.id(), call.pathNumber("index"), call.account());
    return Reply.nothing();
  }

  private JsonObject count(ApiCall call) {
    return new JsonObject().put("waiting", repetitions.count(call.id(), call.pathNumber("index")));
  }

  private JsonObject carry(ApiCall call) {
    Map<Integer, Integer> changed =
        repetitions.carry(
            call.id(), call.pathNumber("index"), call.body().getInteger("version"), call.account());
    return ApiJson.list("changed", List.copyOf(changed.entrySet()), EditingOperations::change);
  }

  private static JsonObject change(Map.Entry<Integer, Integer> change) {
    return new JsonObject().put("segment", change.getKey()).put("version", change.getValue());
  }

  private JsonObject takeBack(ApiCall call) {
    Map<Integer, Integer> versions = new TreeMap<>();
    for (Object each : call.body().getJsonArray("changed")) {
      JsonObject change = (JsonObject) each;
      versions.put(change.getInteger("segment"), change.getInteger("version"));
    }
    return new JsonObject()
        .put("takenBack", new JsonArray(repetitions.takeBack(call.id(), versions, call.account())));
  }
}
