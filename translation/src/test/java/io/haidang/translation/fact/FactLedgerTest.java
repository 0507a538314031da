package io.haidang.translation.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactLedgerTest {

  private static final FactExtractor EXTRACTOR = FactExtractor.of(Glossary.starter());
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  private static FactLedger vietnamese(String... segments) {
    return EXTRACTOR.ledger(List.of(segments), Locale.forLanguageTag("vi"), DAY);
  }

  private static FactLedger english(String... segments) {
    return EXTRACTOR.ledger(List.of(segments), Locale.ENGLISH, DAY);
  }

  @ParameterizedTest(name = "{0} <- {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 May 2026                    | ngày 12/5/2026
          12 May                         | ngày 12/5/2026
          May 2026                       | ngày 12/5/2026
          in 2026                        | ngày 12/5/2026
          12 May 2026                    | ngày 12/5
          1,234.5 billion VND            | 1.234,5 tỷ đồng
          VND 1.2345 trillion            | 1.234,5 tỷ đồng
          1,234.5 billion                | 1.234,5 tỷ đồng
          thirty ships                   | 30 tàu
          30 ships                       | ba mươi tàu
          about 30 percent               | 29,7%
          more than 29 hectares          | 29,7 ha
          nearly 30 hectares             | 29,7 ha
          100,000 square meters          | 10 ha
          the second quarter of 2026     | quý II
          at 8:30 p.m.                   | 20 giờ 30
          the 14th Congress              | Đại hội XIV
          at Lach Huyen Port             | tại Lạch Huyện
          It is not open.                | Chưa mở cửa.
          Department of Foreign Affairs  | Sở Ngoại vụ
          Resolution 12/NQ-TW            | Nghị quyết 12/NQ-TW
          """)
  void unsupported_claimThatTheSourceTells_isNone(String claim, String source) {
    assertThat(vietnamese(source).unsupported(english(claim))).isEmpty();
  }

  @ParameterizedTest(name = "{0} </- {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          13 May 2026                    | ngày 12/5/2026             | DATE 2026-05-13
          12 May 2025                    | ngày 12/5                  | DATE 2025-05-12
          5 December 2026                | ngày 12/5/2026             | DATE 2026-12-05
          12 May 2026                    | tháng 5 năm 2026           | DATE 2026-05-12
          30 percent                     | 29,7%                      | PERCENTAGE 30%
          about 40 percent               | 29,7%                      | PERCENTAGE 40%
          more than 30 hectares          | 29,7 ha                    | MEASURE 30 ha
          1,234.5 billion USD            | 1.234,5 tỷ đồng            | AMOUNT 1234500000000 USD
          1,234.5 million VND            | 1.234,5 tỷ đồng            | AMOUNT 1234500000 VND
          12.5%                          | 12,5 ha                    | PERCENTAGE 12.5%
          30 km                          | 30 tàu                     | MEASURE 30 km
          at Cat Hai Port                | tại Lạch Huyện             | NAME cat hai
          It is not open.                | Đã mở cửa.                 | NEGATION not
          Department of Foreign Affairs  | Sở Công Thương             | CONCEPT
          """)
  void unsupported_claimThatTheSourceDoesNotTell_isFound(
      String claim, String source, String found) {
    assertThat(vietnamese(source).unsupported(english(claim)))
        .singleElement()
        .extracting(Fact::key)
        .asString()
        .startsWith(found);
  }

  @Test
  void changesTo_oneFigureChanged_isTheOnlyChange() {
    FactLedger before = vietnamese("Vốn 500 tỷ đồng.", "Khởi công ngày 12/5/2026, rộng 12 ha.");
    FactLedger after = vietnamese("Vốn 650 tỷ đồng.", "Khởi công ngày 12/5/2026, rộng 12 ha.");
    FactChanges changes = before.changesTo(after);
    assertThat(changes.changed())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before().value()).isEqualTo("500000000000 VND");
              assertThat(change.after().value()).isEqualTo("650000000000 VND");
            });
    assertThat(changes.kept()).hasSize(2);
    assertThat(changes.gone()).isEmpty();
    assertThat(changes.added()).isEmpty();
    assertThat(before.changesTo(before).isEmpty()).isTrue();
  }

  @Test
  void changesTo_sentenceGoneAndAnotherCame_areToldApart() {
    FactChanges changes =
        vietnamese("Có 20 tàu.", "Rộng 12 ha.").changesTo(vietnamese("Có 20 tàu.", "Tăng 5%."));
    assertThat(changes.gone()).extracting(Fact::key).containsExactly("MEASURE 12 ha");
    assertThat(changes.added()).extracting(Fact::key).containsExactly("PERCENTAGE 5%");
    assertThat(changes.changed()).isEmpty();
  }
}
