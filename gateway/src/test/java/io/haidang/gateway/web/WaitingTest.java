package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Waiting;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    Frame frame = new Frame(Texts.of(language), new Assets(), "", "", null, "", "/", 0);
    TargetBar bar = new TargetBar(target(waiting), "text", 0, List.of(), null);
    StringOutput page = new StringOutput();
    templates.render("progress.jte", Map.of("frame", frame, "view", bar), page);
    return page.toString();
  }

  private static Target target(@Nullable Waiting waiting) {
    Account author = new Account(UUID.randomUUID(), "lan", "Lan", Set.of(Role.EDITOR));
    Asset asset =
        new Asset(
            UUID.randomUUID(),
            "Tin",
            DocumentFormat.PLAIN,
            Languages.VIETNAMESE,
            Sensitivity.PUBLIC,
            LocalDate.of(2026, 3, 2),
            author,
            NEXT);
    return new Target(
        UUID.randomUUID(),
        asset,
        Locale.ENGLISH,
        TargetState.MACHINE,
        2,
        3,
        8,
        0,
        0,
        null,
        waiting,
        null,
        NEXT);
  }
}
