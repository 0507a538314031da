package io.haidang.gateway.http.discussion;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.discussion.Colleague;
import io.haidang.gateway.discussion.Comment;
import io.haidang.gateway.discussion.CommentThread;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.discussion.ThreadState;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** What colleagues say to each other about a text. */
public final class DiscussionOperations {

  private final Discussions discussions;

  private DiscussionOperations(Discussions discussions) {
    this.discussions = discussions;
  }

  public static void add(Operations operations) {
    DiscussionOperations room = new DiscussionOperations(operations.services().discussions());
    operations.json("listThreads", room::list);
    operations.reply("beginThread", room::begin);
    operations.json("moveThread", room::move);
    operations.created("replyToThread", room::reply);
    operations.json("editComment", room::edit);
    operations.json("listColleagues", room::colleagues);
  }

  private JsonObject list(ApiCall call) {
    return ApiJson.list("threads", discussions.threads(call.id()), DiscussionOperations::thread);
  }

  private Reply begin(ApiCall call) {
    CommentThread begun =
        discussions.begin(call.id(), call.body().getInteger("segment"), text(call), call.account());
    return Reply.json(201, thread(begun)).with("Location", href(begun));
  }

  private JsonObject reply(ApiCall call) {
    return thread(discussions.reply(call.id(), threadId(call), text(call), call.account()));
  }

  private JsonObject edit(ApiCall call) {
    UUID comment = ApiCall.id(call.pathText("comment"));
    return thread(discussions.edit(call.id(), threadId(call), comment, text(call), call.account()));
  }

  private JsonObject move(ApiCall call) {
    ThreadState state = PublicName.constant(ThreadState.class, call.body().getString("state"));
    return thread(discussions.move(call.id(), threadId(call), state, call.account()));
  }

  private JsonObject colleagues(ApiCall call) {
    return ApiJson.list(
        "colleagues",
        discussions.colleagues(call.id(), call.text("q").orElse(""), call.account()),
        DiscussionOperations::colleague);
  }

  private static UUID threadId(ApiCall call) {
    return ApiCall.id(call.pathText("thread"));
  }

  private static String text(ApiCall call) {
    return call.body().getString("text");
  }

  private static String href(CommentThread thread) {
    return "/api/v1/targets/" + thread.target() + "/threads/" + thread.id();
  }

  private static JsonObject colleague(Colleague colleague) {
    return new JsonObject()
        .put("login", colleague.login())
        .put("displayName", colleague.displayName());
  }

  private static JsonObject thread(CommentThread thread) {
    return new JsonObject()
        .put("id", thread.id().toString())
        .put("target", thread.target().toString())
        .put("segment", thread.segment())
        .put("state", PublicName.of(thread.state()))
        .put("resolvedBy", thread.resolvedBy())
        .put("resolvedAt", thread.resolvedAt() == null ? null : thread.resolvedAt().toString())
        .put("comments", ApiJson.array(thread.comments(), DiscussionOperations::comment))
        .put("href", href(thread));
  }

  private static JsonObject comment(Comment comment) {
    return new JsonObject()
        .put("id", comment.id().toString())
        .put("author", comment.authorName())
        .put("login", comment.authorLogin())
        .put("text", comment.text())
        .put("createdAt", comment.createdAt().toString())
        .put("editedAt", comment.editedAt() == null ? null : comment.editedAt().toString());
  }
}
