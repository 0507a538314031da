package io.haidang.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseRuleTest {

  @ParameterizedTest
  @CsvSource({
    "NAME, Luật, Luật, true",
    "NAME, Luật, LUẬT, true",
    "NAME, Luật, luật, false",
    "NAME, đặc khu, ĐẶC KHU, true",
    "NAME, Sở Ngoại vụ, Sở ngoại vụ, true",
    "NAME, Sở Ngoại vụ, sở Ngoại vụ, false",
    "NAME, Thanh tra Bộ, thanh tra Bộ, false",
    "NAME, Vịnh Hạ Long, vịnh Hạ Long, true",
    "NAME, Vịnh Hạ Long, vịnh hạ long, false",
    "NAME, Đại biểu Quốc hội, đại biểu Quốc hội, true",
    "NAME, Đại biểu Quốc hội, đại biểu quốc hội, false",
    "NAME, Ủy ban nhân dân, ủy ban nhân dân, true",
    "NAME, Cảng nước sâu Lạch Huyện, cảng nước sâu Lạch Huyện, true",
    "EXACT, iPhone, iPhone, true",
    "EXACT, iPhone, IPHONE, false",
    "EXACT, iPhone, Iphone, false",
    "EXACT, Cát-Bà, Cát–Bà, true",
    "FIRST_LETTER_FREE, eOffice, EOffice, true",
    "FIRST_LETTER_FREE, eOffice, EOFFICE, true",
    "FIRST_LETTER_FREE, eOffice, eoffice, false",
    "ANY, FDI, fdi, true",
  })
  void allows_writtenForm_dependsOnTheRule(
      CaseRule rule, String term, String written, boolean allowed) {
    assertThat(rule.allows(term, written)).isEqualTo(allowed);
  }
}
