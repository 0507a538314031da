package io.haidang.gateway.http.inbox;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.mail.Letter;
import io.haidang.gateway.mail.Letters;
import io.vertx.core.json.JsonObject;

/** What became of letters, for administrators. */
public final class LetterOperations {

  private final Letters letters;

  private LetterOperations(Letters letters) {
    this.letters = letters;
  }

  public static void add(Operations operations) {
    LetterOperations room = new LetterOperations(operations.services().letters());
    operations.json("listLetters", room::list);
    operations.reply("replayLetter", room::replay);
  }

  private JsonObject list(ApiCall call) {
    Letter.State state =
        call.text("state").map(name -> PublicName.constant(Letter.State.class, name)).orElse(null);
    return ApiJson.list(
        "letters",
        letters.page(state, call.offset(), call.limit(), call.account()),
        LetterOperations::letter);
  }

  private Reply replay(ApiCall call) {
    letters.replay(call.id(), call.account());
    return Reply.nothing();
  }

  private static JsonObject letter(Letter letter) {
    return new JsonObject()
        .put("id", letter.id().toString())
        .put("login", letter.login())
        .put("state", PublicName.of(letter.state()))
        .put("tries", letter.tries())
        .put("dueAt", letter.dueAt().toString())
        .put("createdAt", letter.createdAt().toString())
        .put("outcome", letter.outcome() == null ? null : PublicName.of(letter.outcome()));
  }
}
