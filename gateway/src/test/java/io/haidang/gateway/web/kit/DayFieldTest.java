package io.haidang.gateway.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayFieldTest {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02/03/2025",
        "2/3/2025",
        " 2.3.2025 ",
        "02-03-2025",
        "2 / 3 / 2025",
        "2025-03-02"
      })
  void read_dayFirstOrIso_isTheDay(String typed) {
    assertThat(DayField.read(typed)).isEqualTo(DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hôm qua", "31/02/2025", "03/13/2025", "02/03/25", "2025/03/02"})
  void read_whatIsNoDay_isRefused(String typed) {
    assertThatThrownBy(() -> DayField.read(typed)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02/03/2025 08:05",
        " 2.3.2025 8h05 ",
        "2 - 3 - 2025  08.05",
        "2025-03-02T08:05",
        "2025-03-02 08:05"
      })
  void readMoment_dayFirstOrIso_isTheMoment(String typed) {
    assertThat(DayField.readMoment(typed)).isEqualTo(DAY.atTime(8, 5));
    assertThat(DayField.readMoment(DayField.write(DAY.atTime(8, 5)))).isEqualTo(DAY.atTime(8, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "02/03/2025", "02/03/2025 25:00", "08:05", "31/02/2025 08:05"})
  void readMoment_whatIsNoMoment_isRefused(String typed) {
    assertThatThrownBy(() -> DayField.readMoment(typed)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void write_isReadAgain() {
    assertThat(DayField.write(DAY)).isEqualTo("02/03/2025");
    assertThat(DayField.read(DayField.write(DAY))).isEqualTo(DAY);
  }
}
