package io.haidang.gateway.http.queue;

import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.queue.Queue;
import io.haidang.gateway.queue.QueueFilter;
import io.haidang.gateway.queue.QueueServices;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** What waits, who takes it, for whom it is and by when, and the filters that people keep. */
public final class QueueOperations {

  private static final int MOST = 200;

  private final QueueServices queue;

  private QueueOperations(QueueServices queue) {
    this.queue = queue;
  }

  public static void add(Operations operations) {
    QueueOperations room = new QueueOperations(operations.services().queue());
    operations.json("listTargets", room::list);
    operations.json("countTargets", room::counts);
    operations.json("getWork", call -> QueueJson.item(room.queue.queue().item(call.id())));
    operations.json(
        "listViews",
        call -> ApiJson.list("views", room.queue.views().list(call.account()), QueueJson::view));
    operations.created("saveView", room::saveView);
    operations.reply("renameView", room::renameView);
    operations.reply("deleteView", room::deleteView);
    Operations changing = operations.opening(Set.of(Scope.REVIEW));
    changing.json("takeNext", room::takeNext);
    changing.json("claimTarget", room::claim);
    changing.reply("releaseTarget", room::release);
    changing.json("assignTarget", room::assign);
    changing.json("setDeadline", room::setDeadline);
  }

  private static QueueFilter filter(ApiCall call) {
    return QueueFilter.of(name -> call.text(name).orElse(""));
  }

  private JsonObject list(ApiCall call) {
    Queue.Page page =
        queue.queue().page(filter(call), call.account(), call.offset(), call.number("limit", MOST));
    return ApiJson.list("targets", page.items(), QueueJson::item).put("total", page.total());
  }

  private JsonObject counts(ApiCall call) {
    return QueueJson.counts(queue.queue().counts(call.account()));
  }

  private JsonObject takeNext(ApiCall call) {
    JsonObject body = call.body();
    QueueFilter filter = QueueFilter.of(name -> String.valueOf(body.getValue(name, "")));
    return new JsonObject()
        .put(
            "target",
            queue.queue().takeNext(filter, call.account()).map(QueueJson::item).orElse(null));
  }

  private JsonObject claim(ApiCall call) {
    boolean over = call.body().getBoolean("over", false);
    return QueueJson.claim(queue.claims().take(call.id(), call.account(), over));
  }

  private Reply release(ApiCall call) {
    queue.claims().release(call.id(), call.account());
    return Reply.nothing();
  }

  private JsonObject assign(ApiCall call) {
    queue.assignments().assign(call.id(), call.body().getString("login"), call.account());
    return QueueJson.item(queue.queue().item(call.id()));
  }

  private JsonObject setDeadline(ApiCall call) {
    queue
        .assignments()
        .setDeadline(
            call.id(),
            ApiCall.instant("deadline", call.body().getString("deadline")),
            call.account());
    return QueueJson.item(queue.queue().item(call.id()));
  }

  private JsonObject saveView(ApiCall call) {
    JsonObject filters = call.body().getJsonObject("filter", new JsonObject());
    QueueFilter filter = QueueFilter.of(name -> String.valueOf(filters.getValue(name, "")));
    return QueueJson.view(
        queue.views().save(call.body().getString("name"), filter, call.account()));
  }

  private Reply renameView(ApiCall call) {
    queue.views().rename(call.id(), call.body().getString("name"), call.account());
    return Reply.nothing();
  }

  private Reply deleteView(ApiCall call) {
    queue.views().delete(call.id(), call.account());
    return Reply.nothing();
  }
}
