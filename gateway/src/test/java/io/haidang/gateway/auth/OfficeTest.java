package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeTest {

  @Test
  void name_decomposedAndWithSpaces_isTheSameOffice() {
    assertThat(new Office(" So\u031b\u0309 Ngoa\u0323i vu\u0323 "))
        .isEqualTo(new Office("Sở Ngoại vụ"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\nb", "a\u0000b", "\ud83d", "a\u0085"})
  void name_thatNoPageCanShow_isRefusedWithoutQuotingIt(String name) {
    assertThat(Office.isName(name)).isFalse();
    assertThatThrownBy(() -> new Office(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("office: unfit (expected: 1 to 100 characters on one line)");
  }

  @Test
  void name_ofAHundredCharacters_isTheLongest() {
    assertThat(Office.isName("a".repeat(100))).isTrue();
    assertThat(Office.isName("a".repeat(101))).isFalse();
  }
}
