package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a key that is in force lets a program in. */
class ApiKeyTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @ParameterizedTest
  @ValueSource(strings = {"me", "drafts/1", "targets", "glossary"})
  @Provokes(ErrorCode.NOT_SIGNED_IN)
  void request_withoutKey_isRefused(String path) {
    Answer answer = gateway.withKey(null).tryGet(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("not-signed-in");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hd_unknown", "x", "' or '1'='1", "hd_hd_hd_"})
  @Provokes(ErrorCode.WRONG_CREDENTIALS)
  void key_unknown_isRefused(String key) {
    Answer answer = gateway.withKey(key).tryGet("me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("wrong-credentials");
    assertThat(answer.body()).doesNotContain(key + "\"");
  }

  @Test
  @Provokes(ErrorCode.NOT_SIGNED_IN)
  void draft_withoutKey_isNotEvenRead() {
    Answer answer =
        gateway.unchanged(
            () -> gateway.withKey(null).trySubmit(gateway.secret("Xin chào Hải Phòng."), Map.of()));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void keys_asStored_areNotTheKeys() {
    String key = gateway.gateway().accounts().createApiKey(gateway.first("editor").id(), "cms");

    List<String> stored =
        gateway
            .sql()
            .withHandle(
                handle ->
                    handle.createQuery("select digest from api_key").mapTo(String.class).list());

    assertThat(stored).isNotEmpty().noneMatch(digest -> digest.contains(key.substring(3)));
    assertThat(String.join("", gateway.log().lines())).doesNotContain(key);
  }
}
