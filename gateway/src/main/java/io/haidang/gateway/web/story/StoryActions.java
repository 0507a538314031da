package io.haidang.gateway.web.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.NewProducts;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What people have done with the products of a story. */
final class StoryActions {

  private final StoryServices stories;
  private final StoryPage page;

  StoryActions(StoryServices stories, StoryPage page) {
    this.stories = stories;
    this.page = page;
  }

  /** Asks for forms in languages. */
  Reply ask(Visit visit) {
    WebRequest request = visit.request();
    return done(
        visit,
        "asked",
        () ->
            stories
                .products()
                .ask(
                    WebRequest.id("asset", request.field("asset")),
                    new NewProducts(
                        request.fields("form").stream().map(StoryActions::form).toList(),
                        request.fields("language")),
                    visit.account()));
  }

  private static ProductForm form(String id) {
    try {
      return new ProductForm(id);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "form: malformed (expected: one of the list)");
    }
  }

  /** Has stale products made anew: those that are named, as the person saw them. */
  Reply remake(Visit visit) {
    return done(
        visit,
        "remade",
        () -> {
          Set<UUID> remade = new HashSet<>();
          for (String seen : visit.request().fields("product")) {
            String[] parts = seen.split(":", 2);
            UUID product = WebRequest.id("product", parts[0]);
            if (!remade.contains(product)) {
              stories.products().remake(product, version(parts), visit.account()).stream()
                  .map(Target::id)
                  .forEach(remade::add);
            }
          }
        });
  }

  private static int version(String[] parts) {
    if (parts.length < 2 || !parts[1].matches("[0-9]{1,9}")) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "product: malformed (expected: one of the form)");
    }
    return Integer.parseInt(parts[1]);
  }

  /** Hands over what is ticked, all of it or none. */
  Reply publish(Visit visit) {
    List<UUID> chosen =
        visit.request().fields("product").stream().map(id -> WebRequest.id("product", id)).toList();
    if (chosen.isEmpty()) {
      return page.show(visit, new Refusal(422, visit.texts().get("stories.publish-none")));
    }
    UUID story = visit.request().id("story");
    return done(
        visit, "published", () -> stories.bundles().publish(story, chosen, visit.account()));
  }

  private Reply done(Visit visit, String notice, Runnable change) {
    Refusal refusal = Refusal.of(visit.texts(), change);
    return refusal == null
        ? Reply.redirect(StoryLink.href(visit.request().id("story")) + "?notice=" + notice)
        : page.show(visit, refusal);
  }
}
