package io.haidang.gateway.web.inbox;

import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.mail.Letter;
import io.haidang.gateway.mail.Letters;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.List;

/** What became of letters, for administrators: above all those that were given up. */
final class LettersPage {

  private static final int SIZE = 50;

  private final Letters letters;
  private final Renderer renderer;

  LettersPage(Letters letters, Renderer renderer) {
    this.letters = letters;
    this.renderer = renderer;
  }

  /**
   * A page of letters.
   *
   * @param dead how many were given up
   * @param isOff whether this node sends none
   */
  record View(List<Letter> letters, boolean onlyDead, long dead, boolean isOff, Pager pager) {}

  Reply show(Visit visit) {
    boolean onlyDead = visit.request().parameter("state").equals("dead");
    Letter.State state = onlyDead ? Letter.State.DEAD : null;
    var counts = letters.counts(visit.account());
    long dead = counts.getOrDefault(Letter.State.DEAD, 0L);
    long total = onlyDead ? dead : counts.values().stream().mapToLong(Long::longValue).sum();
    String address = onlyDead ? "/letters?state=dead" : "/letters";
    Pager pager = Pager.of(visit.request(), address, total, SIZE);
    View view =
        new View(
            letters.page(state, pager.offset(SIZE), SIZE, visit.account()),
            onlyDead,
            dead,
            letters.isOff(),
            pager);
    String title = visit.texts().get("letters.title");
    return Reply.html(renderer.page(visit, "inbox/letters", title, "admin", view));
  }

  Reply replay(Visit visit) {
    letters.replay(WebRequest.id("letter", visit.request().field("letter")), visit.account());
    return Reply.redirect("/letters");
  }
}
