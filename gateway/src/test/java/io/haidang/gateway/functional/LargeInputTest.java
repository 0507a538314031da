package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is longer or deeper than a limit is refused as soon as that is known. */
class LargeInputTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String SECRET = "Nội dung mật của hội nghị kín. ";

  @Test
  @Provokes(ErrorCode.TEXT_TOO_LARGE)
  void body_fiveMegabytes_isRefused() {
    String text = SECRET.repeat((5 << 20) / SECRET.getBytes(StandardCharsets.UTF_8).length);
    gateway.secret(SECRET);

    Answer answer = gateway.unchanged(() -> gateway.editor().trySubmit(text, Map.of()));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("text-too-large");
  }

  @Test
  @Provokes(ErrorCode.TEXT_TOO_LARGE)
  void text_overAMillionCharacters_isRefused() {
    Answer answer =
        gateway.unchanged(() -> gateway.editor().trySubmit("a".repeat(1_000_001), Map.of()));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("text-too-large");
  }

  @Test
  @Provokes(ErrorCode.TOO_DEEP)
  void html_nestedADeeperThanTheLimit_isRefused() {
    String html = "<div>".repeat(5_000) + gateway.secret(SECRET) + "</div>".repeat(5_000);

    Answer answer =
        gateway.unchanged(() -> gateway.editor().trySubmit(html, Map.of("format", "html")));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("too-deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"content\":"})
  @Provokes(ErrorCode.INVALID_REQUEST)
  void json_nestedWithoutEnd_isRefused(String opening) {
    Answer answer =
        gateway.unchanged(
            () ->
                gateway
                    .editor()
                    .send(
                        "POST",
                        "drafts",
                        "application/json",
                        BodyPublishers.ofString(opening.repeat(100_000))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void title_tooLong_isRefused() {
    Answer answer =
        gateway.unchanged(
            () ->
                gateway
                    .editor()
                    .trySubmit("Xin chào Hải Phòng.", Map.of("title", "t".repeat(201))));

    assertThat(answer.code()).isEqualTo("invalid-request");
  }
}
