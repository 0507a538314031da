package io.haidang.translation.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactExtractorTest {

  private static final FactExtractor EXTRACTOR = FactExtractor.of(Glossary.starter());
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  private static List<Fact> read(String language, String text) {
    return EXTRACTOR.extract(List.of(text), Locale.forLanguageTag(language), DAY);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vi | 1.234,5 tỷ đồng                    | AMOUNT 1234500000000 VND
          vi | 15 nghìn tỷ đồng                   | AMOUNT 15000000000000 VND
          vi | 1 tỷ 200 triệu đồng                | AMOUNT 1200000000 VND
          vi | 5 triệu rưỡi                       | NUMBER 5500000
          vi | ba triệu đồng                      | AMOUNT 3000000 VND
          vi | 20 triệu đô la Mỹ                  | AMOUNT 20000000 USD
          vi | 500.000đ                           | AMOUNT 500000 VND
          vi | 12,5%                              | PERCENTAGE 12.5%
          vi | 12,5 phần trăm                     | PERCENTAGE 12.5%
          vi | từ 10-15%                          | PERCENTAGE 10%; PERCENTAGE 15%
          vi | 5 đến 7 triệu                      | NUMBER 5000000; NUMBER 7000000
          vi | 1.200 ha                           | MEASURE 1200 ha
          vi | 45 mét vuông                       | MEASURE 45 m2
          vi | 2,5 triệu TEU                      | MEASURE 2500000 TEU
          vi | 300 MW                             | MEASURE 300 MW
          vi | 5,6 triệu lượt khách               | MEASURE 5600000 visit
          vi | ngày 12 tháng 5 năm 2026           | DATE 2026-05-12
          vi | ngày 12/5/2026                     | DATE 2026-05-12
          vi | 12.05.2026                         | DATE 2026-05-12
          vi | 2026-05-12                         | DATE 2026-05-12
          vi | ngày 12/5                          | DATE --05-12
          vi | từ ngày 12 đến 15/5/2026           | DATE 2026-05-12; DATE 2026-05-15
          vi | ngày 12 và 13 tháng 5              | DATE --05-12; DATE --05-13
          vi | tháng 5/2026                       | DATE 2026-05
          vi | tháng Giêng                        | DATE --01
          vi | tháng 5 năm 2026                   | DATE 2026-05
          vi | năm 2026                           | DATE 2026
          vi | nhiệm kỳ 2025 - 2030               | DATE 2025; DATE 2030
          vi | quý II năm 2026                    | DATE 2026-Q2
          vi | quý 3/2026                         | DATE 2026-Q3
          vi | nửa đầu năm                        | DATE --H1
          vi | 6 tháng đầu năm 2026               | DATE 2026-H1
          vi | 9 tháng đầu năm                    | DATE --M9
          vi | những năm 90                       | DATE 199X
          vi | lúc 8h30                           | TIME 08:30
          vi | 14 giờ 30 phút                     | TIME 14:30
          vi | 8 giờ tối                          | TIME 20:00
          vi | Đại hội lần thứ XIV                | ORDINAL 14
          vi | lần thứ 3                          | ORDINAL 3
          vi | hai mươi lăm nghìn                 | NUMBER 25000
          vi | một trăm linh năm                  | NUMBER 105
          vi | số 12/NQ-TW                        | REFERENCE 12/NQ-TW
          vi | số 34/2025/QĐ-UBND                 | REFERENCE 34/2025/QĐ-UBND
          vi | gọi 0225 3842 158                  | REFERENCE 02253842158
          vi | vốn FDI                            | ABBREVIATION FDI
          vi | khu vực Lạch Huyện                 | NAME lach huyen
          vi | bà Chủ tịch đến                    | TITLE chair
          vi | Mưa chưa tạnh.                     | NEGATION not
          vi | Không khí trong lành.              | ''
          en | 1,234.5 billion VND                | AMOUNT 1234500000000 VND
          en | VND1,234.5 billion                 | AMOUNT 1234500000000 VND
          en | 15 trillion dong                   | AMOUNT 15000000000000 VND
          en | $5m                                | AMOUNT 5000000 USD
          en | US$ 20 million                     | AMOUNT 20000000 USD
          en | 20 million US dollars              | AMOUNT 20000000 USD
          en | 12.5 per cent                      | PERCENTAGE 12.5%
          en | 10-15%                             | PERCENTAGE 10%; PERCENTAGE 15%
          en | 1,200 hectares                     | MEASURE 1200 ha
          en | a 12-hectare park                  | MEASURE 12 ha
          en | 45 square metres                   | MEASURE 45 m2
          en | 12 May 2026                        | DATE 2026-05-12
          en | May 12th, 2026                     | DATE 2026-05-12
          en | 12-15 May 2026                     | DATE 2026-05-12; DATE 2026-05-15
          en | May 12 and 13                      | DATE --05-12; DATE --05-13
          en | 12/5/2026                          | DATE 2026-05-12
          en-US | 12/5/2026                       | DATE 2026-12-05
          en | 30/6/2026                          | DATE 2026-06-30
          en | in May                             | DATE --05
          en | September 2026                     | DATE 2026-09
          en | the 2025-2030 term                 | DATE 2025; DATE 2030
          en | the second quarter of 2026         | DATE 2026-Q2
          en | the first half of the year         | DATE --H1
          en | the first nine months of 2026      | DATE 2026-M9
          en | the 1990s                          | DATE 199X
          en | at 8:30 p.m.                       | TIME 20:30
          en | the 14th Congress                  | ORDINAL 14
          en | twenty-five thousand               | NUMBER 25000
          en | a hundred and five ships           | NUMBER 105
          en | No. 12/NQ-TW                        | REFERENCE 12/NQ-TW
          en | visit Lach Huyen                   | NAME lach huyen
          en | It isn't open.                     | NEGATION not
          en | not only ships                     | ''
          fr | le 12 mars, 1,234 navires          | NUMBER 12; NUMBER 1234
          """)
  void extract_wording_givesValue(String language, String text, String expected) {
    List<String> keys = read(language, text).stream().filter(Fact::firm).map(Fact::key).toList();
    assertThat(String.join("; ", keys)).isEqualTo(expected);
  }

  @Test
  void extract_placesCountInTheTextAsGiven() {
    String text = Normalizer.normalize("Vốn 5 tỷ đồng, ngày 12/5/2026.", Normalizer.Form.NFD);
    List<Fact> facts = EXTRACTOR.extract(List.of("Một.", text), Locale.forLanguageTag("vi"), DAY);
    assertThat(facts).filteredOn(Fact::firm).extracting(Fact::segment).containsOnly(1);
    assertThat(facts)
        .filteredOn(Fact::firm)
        .extracting(fact -> Normalizer.normalize(fact.span().of(text), Normalizer.Form.NFC))
        .containsExactly("5 tỷ đồng", "12/5/2026");
  }

  @Test
  void extract_namesOfTheGlossary_areConceptsInEveryLanguage() {
    List<Fact> vietnamese = read("vi", "Sở Ngoại vụ thông báo.");
    List<Fact> english = read("en", "The Department of Foreign Affairs announced it.");
    assertThat(vietnamese).extracting(Fact::kind).containsExactly(FactKind.CONCEPT);
    assertThat(english).extracting(Fact::key).containsExactly(vietnamese.get(0).key());
  }

  @Test
  void extract_denialBehindANameThatEndsLikeAnotherWord_isADenial() {
    assertThat(read("vi", "Cảng Hải Phòng không mở cửa."))
        .anyMatch(fact -> fact.kind() == FactKind.NEGATION);
    assertThat(read("vi", "Bộ đội phòng không diễn tập."))
        .noneMatch(fact -> fact.kind() == FactKind.NEGATION);
  }

  @Test
  void extract_wordThatMayBeANumber_isReadButNotFirm() {
    List<Fact> facts = read("vi", "Năm ngoái");
    assertThat(facts).extracting(Fact::key).containsExactly("NUMBER 5");
    assertThat(facts).extracting(Fact::firm).containsExactly(false);
  }

  @ParameterizedTest
  @CsvSource({
    "vi,hơn 30 tàu,OVER",
    "vi,gần 30 tàu,UNDER",
    "vi,khoảng 30 tàu,ABOUT",
    "vi,30 tàu,EXACT",
    "en,more than 30 ships,OVER",
    "en,nearly 30 ships,UNDER",
    "en,about $30,ABOUT"
  })
  void extract_wordBeforeANumber_tellsItsPrecision(String language, String text, Precision is) {
    assertThat(read(language, text)).extracting(Fact::precision).containsExactly(is);
  }

  @Test
  void reads_languageWithoutWords_saysSo() {
    assertThat(FactExtractor.reads(Locale.forLanguageTag("vi-VN"))).isTrue();
    assertThat(FactExtractor.reads(Locale.UK)).isTrue();
    assertThat(FactExtractor.reads(Locale.FRENCH)).isFalse();
  }

  @Test
  void extract_hostileText_isReadInLinearTime() {
    String text =
        "1.".repeat(20_000) + "hai mươi ".repeat(5_000) + "A".repeat(20_000) + "12/".repeat(9_999);
    assertThat(read("vi", text)).isNotEmpty();
    assertThat(read("en", "one hundred and ".repeat(5_000) + text)).isNotEmpty();
  }
}
