package io.haidang.gateway.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/queue", "/targets/6f1c-22/history", "/glossary/concepts/ubnd%20tp"})
  void path_ofThisServer_isTaken(String path) {
    assertThat(LocalPath.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "queue", "//evil.example", "/\\evil.example", "https://evil.example/", "/a b"})
  void address_ofAnotherSite_isTheStartPage(String address) {
    assertThat(LocalPath.of(address)).isEqualTo("/");
  }

  @Test
  void path_longerThanAnyPage_isTheStartPageAndTakesNoStack() {
    assertThat(LocalPath.of("/" + "a".repeat(499))).hasSize(500);
    assertThat(LocalPath.of("/" + "a".repeat(500))).isEqualTo("/");
    assertThat(LocalPath.of("/" + "a".repeat(1_000_000))).isEqualTo("/");
  }
}
