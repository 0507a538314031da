package io.haidang.gateway.web.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.Story;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.AssetPart;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.NewAsset;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.review.Role;
import java.util.List;
import java.util.UUID;

/** The parts of a story: adding one, and putting a new revision in the place of the present one. */
final class PartPages {

  private final StoryServices stories;
  private final Renderer renderer;
  private final StoryPage story;

  PartPages(HttpServices services, Renderer renderer, StoryPage story) {
    this.stories = services.stories();
    this.renderer = renderer;
    this.story = story;
  }

  /**
   * A part and its past.
   *
   * @param isTyped whether the present text can be changed in the form, not only by a file
   * @param content what stands in the form
   * @param revisions the latest first
   * @param edits whether the account may change it
   * @param problem why the revision was refused; empty for nothing
   */
  record View(
      Story story,
      AssetPart part,
      boolean isTyped,
      String content,
      List<Revision> revisions,
      boolean edits,
      String note,
      String problem) {

    String storyHref() {
      return StoryLink.href(story.id());
    }

    /** What a revision has changed since the text before it. */
    String changes(Revision revision) {
      return StoryLink.changes(story.id(), part.id()) + "?to=" + revision.number();
    }

    String href() {
      return StoryLink.part(story.id(), part.id());
    }
  }

  Reply show(Visit visit) {
    return show(visit, Refusal.NONE);
  }

  private Reply show(Visit visit, Refusal refusal) {
    Bundle bundle = stories.stories().bundle(visit.request().id("story"));
    AssetPart part = part(bundle, visit.request().id("asset"));
    String typed = visit.request().field("content");
    String present = stories.revisions().typedText(part.id()).orElse("");
    List<Revision> revisions =
        part.revisions().stream()
            .sorted((one, other) -> Integer.compare(other.number(), one.number()))
            .toList();
    View view =
        new View(
            bundle.story(),
            part,
            !present.isEmpty(),
            typed.isEmpty() ? present : typed,
            revisions,
            visit.account().hasAny(Role.EDITOR, Role.REVIEWER),
            visit.request().field("note"),
            refusal.message());
    return Reply.html(
        refusal.status(), renderer.page(visit, "story/part", part.title(), "stories", view));
  }

  static AssetPart part(Bundle bundle, UUID id) {
    return bundle.assets().stream()
        .filter(asset -> asset.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "asset: unknown (expected: one of the story)"));
  }

  Reply revise(Visit visit) {
    WebRequest request = visit.request();
    UUID asset = request.id("asset");
    Refusal refusal =
        Refusal.of(
            visit.texts(),
            () ->
                stories
                    .revisions()
                    .revise(
                        asset,
                        TypedText.of(request).orElseThrow(PartPages::noText),
                        request.field("note"),
                        visit.account()));
    return refusal == null
        ? Reply.redirect(StoryLink.href(request.id("story")) + "?notice=revised")
        : show(visit, refusal);
  }

  private static GatewayException noText() {
    return new GatewayException(ErrorCode.EMPTY_TEXT, "content: (blank) (expected: a text)");
  }

  Reply add(Visit visit) {
    WebRequest request = visit.request();
    UUID id = request.id("story");
    Refusal refusal =
        Refusal.of(visit.texts(), () -> stories.stories().add(id, asset(request), visit.account()));
    return refusal == null
        ? Reply.redirect(StoryLink.href(id) + "?notice=added")
        : story.show(visit, refusal);
  }

  private static NewAsset asset(WebRequest request) {
    return new NewAsset(
        request.constant(AssetKind.class, "kind"),
        request.field("title"),
        request.field("language"),
        TypedText.of(request).orElse(null),
        request.file("medium").map(TypedText::upload).orElse(null));
  }
}
