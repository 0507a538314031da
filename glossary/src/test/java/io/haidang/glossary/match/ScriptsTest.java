package io.haidang.glossary.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One term, one text, what is found of it; languages that write words without spaces included. */
class ScriptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "zh | 越南 | 欢迎来到越南海防市 | 越南",
        "zh-Hans | 海防市 | 越南海防市人民委员会 | 海防市",
        "ja | ベトナム | 今日ベトナムへ行く | ベトナム",
        "ja | センター | 会議センターの前 | センター",
        "ja | FDI | 外国投資ＦＤＩは | ＦＤＩ",
        "ko | 베트남 | 베트남은 넓다 | 베트남",
        "ko | 하이퐁 | 하이퐁에서 만나요 | 하이퐁",
        "ko | 베트남 | 베트남어를 배운다 | -",
        "ko | 베트남 | 북베트남 | -",
        "th | เวียดนาม | ประเทศเวียดนามและ | เวียดนาม",
        "lo | ຫວຽດນາມ | ປະເທດຫວຽດນາມແມ່ນ | ຫວຽດນາມ",
        "fr | Assemblée nationale | l’Assemblée nationale a voté | Assemblée nationale",
        "ar | فيتنام | زار فيتنام أمس | فيتنام",
        "he | וייטנאם | הוא ביקר בוייטנאם | -",
        "he | וייטנאם | ממשלת וייטנאם הודיעה | וייטנאם",
        "ru | Вьетнам | в ВЬЕТНАМ | ВЬЕТНАМ",
        "en | port city | Two port cities grew | port cities",
        "en | The State Bank | the State Bank's rate | State Bank",
        "en | external information | EXTERNAL INFORMATION WORK | EXTERNAL INFORMATION",
        "en | law | The lawyer left | -",
        "vi | đặc khu | các ĐẶC KHU mới | ĐẶC KHU",
        "vi | Hội đồng nhân dân | HĐND họp | HĐND",
        "vi | Mặt trận Tổ quốc | MTTQ các cấp | MTTQ",
        "vi | Thành ủy thành phố Hải Phòng | Thành uỷ TP.Hải Phòng họp | Thành uỷ TP.Hải Phòng",
        "vi | Ban Quản lý Khu kinh tế | BQL Khu kinh tế | BQL Khu kinh tế",
        "vi | Cát Hải | Cát  Hải và | Cát  Hải",
        "vi | Đình Vũ - Cát Hải | Đình Vũ—Cát Hải | Đình Vũ—Cát Hải",
        "vi | Cẩm Giang | xã Cẩm Giàng | -",
      })
  void match_oneTerm_findsWholeWordsOnly(
      String language, String term, String text, String expected) {
    assertThat(find(new Term(Locale.forLanguageTag(language), term, TermStatus.PREFERRED), text))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void match_exactCase_refusesOtherLetters() {
    Term term = new Term(Locale.ENGLISH, "eGov", TermStatus.PREFERRED).withCaseRule(CaseRule.EXACT);

    assertThat(find(term, "EGOV, egov and eGov")).containsExactly("eGov");
  }

  private static List<String> find(Term term, String text) {
    Concept concept = Concept.builder("a").term(term).build();
    return TermIndex.of(List.of(concept), term.language()).match(text, LocalDate.EPOCH).stream()
        .map(match -> match.span().of(text))
        .toList();
  }
}
