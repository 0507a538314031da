package io.haidang.gateway.web.key;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.limit.KeyLine;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every key, and one of them. */
final class KeysPage {

  private static final String SECTION = "admin";

  private final KeyRegister keys;
  private final Renderer renderer;
  private final Clock clock;

  KeysPage(KeyRegister keys, Renderer renderer, Clock clock) {
    this.keys = keys;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * All keys, those in force first.
   *
   * @param made just now, with its secret, or null
   * @param problem what is wrong with the form, or empty
   */
  record View(
      List<KeyLine> lines,
      KeyRegister.@Nullable Made made,
      TypedKey form,
      String problem,
      Instant now) {

    /** What was taken of what may be, such as {@code 1,200 / 5,000}. */
    String share(long taken, @Nullable Long most, Texts texts) {
      return most == null
          ? texts.get("keys.taken", taken)
          : texts.get("keys.taken-of", taken, most);
    }
  }

  /** One key. */
  record OneView(KeyLine line, TypedKey form, String problem, boolean inForce) {}

  Reply show(Visit visit) {
    return list(visit, 200, null, TypedKey.empty(), "");
  }

  private Reply list(
      Visit visit, int status, KeyRegister.@Nullable Made made, TypedKey form, String problem) {
    Instant now = clock.instant();
    List<KeyLine> lines =
        keys.list(visit.account()).stream()
            .sorted((one, other) -> Boolean.compare(isOver(one, now), isOver(other, now)))
            .toList();
    View view = new View(lines, made, form, problem, now);
    String title = visit.texts().get("keys.title");
    return Reply.html(status, renderer.page(visit, "key/keys", title, SECTION, view));
  }

  private static boolean isOver(KeyLine line, Instant now) {
    return !line.entry().isInForce(now);
  }

  Reply create(Visit visit) {
    TypedKey form = TypedKey.of(visit.request());
    try {
      KeyRegister.Made made = keys.create(form.login(), form::read, visit.account());
      return list(visit, 201, made, TypedKey.empty(), "");
    } catch (GatewayException e) {
      return list(visit, 422, null, form, problem(e, visit));
    }
  }

  /** What is wrong with a form, in words; other failures have a page of their own. */
  private static String problem(GatewayException failure, Visit visit) {
    if (failure.code() == ErrorCode.NOT_FOUND) {
      return visit.texts().get("keys.no-account");
    }
    if (failure.code() != ErrorCode.INVALID_REQUEST) {
      throw failure;
    }
    String key = "keys.wrong." + String.valueOf(failure.getMessage()).replaceFirst(":.*", "");
    return visit.texts().get(visit.texts().has(key) ? key : "keys.wrong");
  }

  Reply one(Visit visit) {
    KeyLine line = keys.line(id(visit.request()), visit.account());
    return one(visit, 200, line, TypedKey.of(line.entry()), "");
  }

  private Reply one(Visit visit, int status, KeyLine line, TypedKey form, String problem) {
    OneView view = new OneView(line, form, problem, line.entry().isInForce(clock.instant()));
    String title = line.entry().key().name();
    return Reply.html(status, renderer.page(visit, "key/key", title, SECTION, view));
  }

  private static UUID id(WebRequest request) {
    return request.id("id");
  }

  Reply change(Visit visit) {
    UUID id = id(visit.request());
    KeyLine line = keys.line(id, visit.account());
    TypedKey form = TypedKey.of(visit.request());
    try {
      keys.change(id, form::read, visit.account());
      return Reply.redirect("/keys/" + id);
    } catch (GatewayException e) {
      return one(visit, 422, line, form, problem(e, visit));
    }
  }

  Reply revoke(Visit visit) {
    UUID id = id(visit.request());
    keys.revoke(id, visit.account());
    return Reply.redirect("/keys/" + id);
  }
}
