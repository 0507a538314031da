package io.haidang.gateway.web.story;

import io.haidang.gateway.draft.Story;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.Inconsistency;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.review.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** The fact ledger of a story: what its texts state, and how each language puts it. */
final class FactsPage {

  private final StoryServices stories;
  private final Renderer renderer;

  FactsPage(HttpServices services, Renderer renderer) {
    this.stories = services.stories();
    this.renderer = renderer;
  }

  /**
   * The ledger.
   *
   * @param languages a column each
   * @param inconsistencies sentences that products say in several ways
   * @param edits whether the account may put a fact right
   * @param problem why a correction was refused; empty for nothing
   */
  record View(
      Story story,
      List<Locale> languages,
      List<FactRow> rows,
      List<Inconsistency> inconsistencies,
      boolean edits,
      String problem) {

    String storyHref() {
      return StoryLink.href(story.id());
    }

    String href() {
      return storyHref() + "/facts";
    }

    List<FactRow> told() {
      return rows.stream().filter(FactRow::isTold).toList();
    }

    /** Facts that nobody should state, since the story does not. */
    List<FactRow> onlyInProducts() {
      return rows.stream().filter(row -> !row.isTold()).toList();
    }

    int invented() {
      return onlyInProducts().size();
    }
  }

  Reply show(Visit visit) {
    return show(visit, Refusal.NONE);
  }

  private Reply show(Visit visit, Refusal refusal) {
    Bundle bundle = stories.stories().bundle(visit.request().id("story"));
    List<Locale> languages =
        Stream.concat(
                bundle.assets().stream().map(asset -> asset.language()),
                bundle.products().stream().map(target -> target.language()))
            .distinct()
            .toList();
    List<FactRow> rows =
        stories.ledger().of(bundle.story().id()).stream()
            .map(entry -> FactRow.of(entry, bundle, visit.texts()))
            .toList();
    View view =
        new View(
            bundle.story(),
            languages,
            rows,
            stories.consistency().of(bundle.story().id()),
            visit.account().hasAny(Role.EDITOR, Role.REVIEWER),
            refusal.message());
    return Reply.html(
        refusal.status(),
        renderer.page(visit, "story/facts", bundle.story().title(), "stories", view));
  }

  /** Puts a fact right in the text, which makes a new revision and products stale. */
  Reply correct(Visit visit) {
    WebRequest request = visit.request();
    UUID asset = WebRequest.id("asset", request.field("asset"));
    Refusal refusal =
        Refusal.of(
            visit.texts(),
            () ->
                stories
                    .revisions()
                    .correct(
                        asset,
                        request.field("fact"),
                        request.field("wording"),
                        "",
                        visit.account()));
    return refusal == null
        ? Reply.redirect(StoryLink.href(request.id("story")) + "?notice=corrected")
        : show(visit, refusal);
  }
}
