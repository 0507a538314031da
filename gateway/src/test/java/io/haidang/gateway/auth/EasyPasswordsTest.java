package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasyPasswordsTest {

  private static boolean isEasy(String password) {
    return EasyPasswords.contains(password, "mai.anh", "Trần Mai Anh", "Phòng Báo chí");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "123456789012",
        "qwertyuiop123456",
        "P@ssw0rd2024",
        "aaaaaaaaaaaa",
        "1q2w3e4r5t6y",
        "iloveyou1234",
        "administrator",
        "matkhau12345"
      })
  void password_thatManyHave_isEasy(String password) {
    assertThat(isEasy(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HaiDang@2026!",
        "Hải Đăng 2026",
        "hải-phòng-hải-đăng",
        "Vietnam-2026-2026",
        "Mai.Anh@19900101",
        "trầnmaianh#1990",
        "Phòng Báo Chí 01"
      })
  void password_ofWordsOfTheHouseOrThePerson_isEasy(String password) {
    assertThat(isEasy(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "một câu dài dễ nhớ",
        "a long enough password",
        "ein anderes Passwort",
        "con cò bay ở Hải Phòng",
        "wJ4kQ9xTz2LmVb7R"
      })
  void password_thatNobodyKnows_isNotEasy(String password) {
    assertThat(isEasy(password)).isFalse();
  }
}
