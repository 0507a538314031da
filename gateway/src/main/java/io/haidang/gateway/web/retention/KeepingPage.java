package io.haidang.gateway.web.retention;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.retention.Keeping;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Whether and until when one story is kept, the hold that keeps it, and its deletion by hand. */
final class KeepingPage {

  private final Retention retention;
  private final Clock clock;
  private final Renderer renderer;

  KeepingPage(Retention retention, Clock clock, Renderer renderer) {
    this.retention = retention;
    this.clock = clock;
    this.renderer = renderer;
  }

  /**
   * The page.
   *
   * @param mayHold whether the reader may place a hold
   * @param reason as it was typed
   * @param problem in words; empty for none
   */
  record View(Keeping keeping, Instant now, boolean mayHold, String reason, String problem) {

    String storyHref() {
      return StoryLink.href(keeping.story());
    }

    String href() {
      return storyHref() + "/keeping";
    }

    /** Until when it is kept, in a sentence. */
    String sentence(Texts texts) {
      Instant goesAt = keeping.goesAt();
      if (keeping.hold() != null) {
        return texts.get("keeping.held");
      }
      if (goesAt == null) {
        return texts.get("keeping.for-ever");
      }
      return keeping.isDue(now)
          ? texts.get("keeping.tonight")
          : texts.get("keeping.until", texts.time(goesAt));
    }

    boolean isDeletable() {
      return keeping.hold() == null && !keeping.isPublished();
    }
  }

  private interface Step {
    void take(UUID story);
  }

  Reply show(Visit visit) {
    return page(visit, 200, "", "");
  }

  Reply hold(Visit visit) {
    String reason = visit.request().field("reason");
    return step(
        visit, story -> retention.hold(story, reason, visit.account()), "keeping.unfit", reason);
  }

  Reply lift(Visit visit) {
    return step(visit, story -> retention.lift(story, visit.account()), "keeping.unfit", "");
  }

  Reply delete(Visit visit) {
    String title = visit.request().field("title");
    UUID story = story(visit);
    try {
      retention.delete(story, title, visit.account());
      return Reply.redirect("/stories");
    } catch (GatewayException e) {
      return refused(visit, e, "keeping.other-title", "");
    }
  }

  private Reply step(Visit visit, Step step, String unfit, String reason) {
    UUID story = story(visit);
    try {
      step.take(story);
      return Reply.redirect(StoryLink.href(story) + "/keeping");
    } catch (GatewayException e) {
      return refused(visit, e, unfit, reason);
    }
  }

  private Reply refused(Visit visit, GatewayException e, String unfit, String reason) {
    return switch (e.code()) {
      case INVALID_REQUEST -> page(visit, 422, reason, visit.texts().get(unfit));
      case WRONG_STATE -> page(visit, 409, reason, visit.texts().get("keeping.not-free"));
      default -> throw e;
    };
  }

  private static UUID story(Visit visit) {
    return visit.request().id("story");
  }

  private Reply page(Visit visit, int status, String reason, String problem) {
    Keeping keeping = retention.keeping(story(visit));
    View view =
        new View(keeping, clock.instant(), Retention.mayHold(visit.account()), reason, problem);
    String title = visit.texts().get("keeping.title") + " – " + keeping.title();
    return Reply.html(status, renderer.page(visit, "retention/keeping", title, "stories", view));
  }
}
