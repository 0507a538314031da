package io.haidang.gateway.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.haidang.gateway.draft.Waiting;
import io.haidang.gateway.web.kit.Assets;
import io.haidang.gateway.web.kit.Frame;
import io.haidang.gateway.web.kit.Languages;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Theme;
import io.haidang.gateway.web.testing.ShownTarget;
import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page says of a translation whose engines are busy or away. */
class WaitingTest {

  private static final Instant NEXT = Instant.parse("2026-03-02T03:04:05Z");
  private static final Waiting WAITING =
      new Waiting("overloaded: provider desk: status 429", NEXT.minusSeconds(60), NEXT);

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, WaitingTest.class.getClassLoader(), "io.haidang.gateway.web");

  @Test
  void progress_waiting_saysForWhatAndUntilWhen() {
    String time = Texts.of(Locale.ENGLISH).time(NEXT);
    assertThat(progress(Locale.ENGLISH, WAITING))
        .contains("Waiting for the translation engine (Too busy just now); next attempt " + time);
    assertThat(progress(Languages.VIETNAMESE, WAITING)).contains("Đang chờ máy dịch");
  }

  @Test
  void progress_notWaiting_saysHowFarItIs() {
    assertThat(progress(Locale.ENGLISH, null)).contains("3 of 8").doesNotContain("next attempt");
  }

  private String progress(Locale language, @Nullable Waiting waiting) {
    Frame frame =
        new Frame(
            Texts.of(language),
            new Assets(),
            Theme.SYSTEM,
            "",
            "",
            null,
            "",
            "/",
            () -> 0,
            () -> 0);
    TargetBar bar =
        new TargetBar(
            ShownTarget.of(TargetState.MACHINE, 3, 8, waiting), "text", 0, List.of(), 0, null);
    StringOutput page = new StringOutput();
    templates.render("review/progress.jte", Map.of("frame", frame, "view", bar), page);
    return page.toString();
  }
}
