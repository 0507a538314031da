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

/** What is no text, or none to translate, is refused, stored nowhere, and quoted nowhere. */
class UnreadableTextTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String SECRET = "Nội dung mật của hội nghị kín";

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n\t \n"})
  @Provokes(ErrorCode.EMPTY_TEXT)
  void text_blank_isRefused(String blank) {
    Answer answer = gateway.unchanged(() -> gateway.editor().trySubmit(blank, Map.of()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("empty-text");
  }

  @Test
  @Provokes(ErrorCode.EMPTY_TEXT)
  void html_withoutText_isRefused() {
    Answer answer =
        gateway.unchanged(
            () ->
                gateway
                    .editor()
                    .trySubmit(
                        "<p><script>var biến = 'chỉ có mã';</script></p>",
                        Map.of("format", "html")));

    assertThat(answer.code()).isEqualTo("empty-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "\u001B[31m", "\u007F", "\uD800"})
  @Provokes(ErrorCode.NOT_TEXT)
  void text_withBinaryCharacters_isRefused(String binary) {
    String text = gateway.secret(SECRET) + binary;

    Answer answer = gateway.unchanged(() -> gateway.editor().trySubmit(text, Map.of()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("not-text");
    assertThat(answer.body()).doesNotContain("hội nghị kín");
  }

  @Test
  @Provokes(ErrorCode.NOT_TEXT)
  void body_notUtf8_isRefused() {
    byte[] latin =
        "{\"content\": \"Café français\", \"targetLanguages\": [\"en\"]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    gateway.secret("Café français");

    Answer answer = gateway.unchanged(() -> post(latin));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("not-text");
  }

  @Test
  @Provokes(ErrorCode.NOT_TEXT)
  void body_binary_isRefused() {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

    assertThat(gateway.unchanged(() -> post(image)).code()).isEqualTo("not-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title\u0000", "title\u0007", "title\uDC00"})
  @Provokes(ErrorCode.INVALID_REQUEST)
  void title_withUnfitCharacters_isRefused(String title) {
    Answer answer =
        gateway.unchanged(
            () -> gateway.editor().trySubmit(gateway.secret(SECRET), Map.of("title", title)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
  }

  private static Answer post(byte[] body) {
    return gateway
        .editor()
        .send("POST", "drafts", "application/json", BodyPublishers.ofByteArray(body));
  }
}
