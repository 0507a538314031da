package io.haidang.gateway.web.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.NewAsset;
import io.haidang.gateway.story.NewStory;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Beginning a story with its article. */
final class NewStoryPage {

  private final HttpServices services;
  private final Renderer renderer;

  NewStoryPage(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * The form as it was typed, right or wrong.
   *
   * @param problem why the story was not begun; empty at first
   */
  record View(
      String title,
      String content,
      String language,
      String textDate,
      String sensitivity,
      List<Locale> languages,
      String problem) {}

  Reply show(Visit visit) {
    View empty =
        new View(
            "",
            "",
            "vi",
            DayField.write(LocalDate.now(services.clock())),
            PublicName.of(Sensitivity.INTERNAL),
            StoryLanguages.sources(services),
            "");
    return form(visit, 200, empty);
  }

  Reply begin(Visit visit) {
    Refusal.Result<Bundle> begun = Refusal.attempt(visit.texts(), () -> begun(visit));
    Bundle bundle = begun.value();
    Refusal refusal = begun.refusal();
    if (refusal != null || bundle == null) {
      Refusal why = refusal == null ? Refusal.NONE : refusal;
      return form(visit, why.status(), typed(visit.request(), why));
    }
    return Reply.redirect(StoryLink.href(bundle.story().id()) + "?notice=begun");
  }

  private Bundle begun(Visit visit) {
    WebRequest request = visit.request();
    NewStory story =
        new NewStory(
            request.field("title"),
            request.constant(Sensitivity.class, "sensitivity"),
            date(request.field("textDate")));
    NewAsset article =
        new NewAsset(
            AssetKind.ARTICLE,
            request.field("title"),
            request.field("language"),
            TypedText.of(request).orElseThrow(NewStoryPage::noText),
            null);
    return services.stories().stories().begin(story, article, visit.account());
  }

  private static GatewayException noText() {
    return new GatewayException(ErrorCode.EMPTY_TEXT, "content: (blank) (expected: a text)");
  }

  private static LocalDate date(String text) {
    try {
      return DayField.read(text);
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "textDate: no date (expected: such as 2026-03-02)");
    }
  }

  private View typed(WebRequest request, Refusal refusal) {
    return new View(
        request.field("title"),
        request.field("content"),
        request.field("language"),
        request.field("textDate"),
        request.field("sensitivity"),
        StoryLanguages.sources(services),
        refusal.message());
  }

  private Reply form(Visit visit, int status, View view) {
    String title = visit.texts().get("stories.new");
    return Reply.html(status, renderer.page(visit, "story/newStory", title, "stories", view));
  }
}
