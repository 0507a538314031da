package io.haidang.translation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.FigureSubstitution.Substituted;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureSubstitutionTest {

  private static Optional<String> substituted(
      LanguagePair pair, String source, String asked, String target) {
    return FigureSubstitution.of(
            MemoryText.of(source, pair.source()), MemoryText.of(asked, pair.source()), target, pair)
        .map(Substituted::target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Khởi công 12 dự án. | Khởi công 15 dự án. | Starts 12 projects. | Starts 15 projects.",
        "Vốn 1.234,5 tỷ đồng | Vốn 2.000,75 tỷ đồng | 1,234.5 billion dong | 2,000.75 billion dong",
        "ngày 30 tháng 6 năm 2025 | ngày 2 tháng 9 năm 2026 | on June 30, 2025 | on September 2, 2026",
        "Ngày 30/6/2025 | Ngày 15/7/2025 | 30 June 2025 | 15 July 2025",
        "Ngày 30/6/2025 | Ngày 15/7/2025 | 30/6/2025 | 15/7/2025",
        "ngày 05/6 | ngày 07/6 | on 05 June | on 07 June",
        "lần thứ 21 | lần thứ 22 | the 21st time | the 22nd time",
        "lần thứ 12 | lần thứ 113 | the 12th time | the 113th time",
        "Tháng 5 có 5 dự án | Tháng 6 có 7 dự án | 5 projects in May 2025 | 7 projects in June 2025",
        "từ 10 đến 20 tàu | từ 20 đến 10 tàu | from 10 to 20 ships | from 20 to 10 ships",
        "‹1›12‹/1› dự án | ‹1›15‹/1› dự án | ‹1›12‹/1› projects | ‹1›15‹/1› projects",
      })
  void substitution_eachFigureWithOnePlace_isDone(
      String source, String asked, String target, String expected) {
    assertThat(substituted(Entries.PAIR, source, asked, target)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Khởi công 3 dự án. | Khởi công 4 dự án. | Starts three projects.",
        "Khởi công 1 dự án. | Khởi công 4 dự án. | Starts 1 project.",
        "Khởi công 4 dự án. | Khởi công 1 dự án. | Starts 4 projects.",
        "20 tàu và 20 cảng | 20 tàu và 30 cảng | 20 ships and 20 ports",
        "20 tàu vào cảng | 30 tàu vào cảng | 20 ships enter berth 20",
        "Ngày 30/6/2025 | Ngày 30/13/2025 | 30 June 2025",
      })
  void substitution_figureWithoutOrWithSeveralPlaces_isNotDone(
      String source, String asked, String target) {
    assertThat(substituted(Entries.PAIR, source, asked, target)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On June 30, 2025 | On July 2, 2026 | Ngày 30 tháng 6 năm 2025 | Ngày 2 tháng 7 năm 2026",
        "1,500 ships | 2,300 ships | 1.500 tàu | 2.300 tàu",
        "1 project | 7 projects | 1 dự án | 7 dự án",
      })
  void substitution_intoVietnamese_writesItsNotation(
      String source, String asked, String target, String expected) {
    LanguagePair pair = LanguagePair.of("en", "vi");
    assertThat(substituted(pair, source, asked, target)).contains(expected);
  }
}
