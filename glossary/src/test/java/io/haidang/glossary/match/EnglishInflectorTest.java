package io.haidang.glossary.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishInflectorTest {

  @ParameterizedTest
  @CsvSource({
    "People's Committee, People's Committees, true",
    "People's Committee, People's Committee's, true",
    "People's Committee, People's Committees', true",
    "port city, port cities, true",
    "port city, port citys, false",
    "railway, railways, true",
    "press agency, press agencies, true",
    "administrative procedures, administrative procedure, true",
    "Chairman, Chairmen, true",
    "Chairwoman of the Council, Chairwomen of the Council, true",
    "spokesperson, spokespeople, true",
    "Department of Justice, Departments of Justice, true",
    "Department of Justice, Department of Justices, true",
    "analysis, analyses, true",
    "headquarters, headquarter, false",
    "special zone, special zones, true",
    "branch, branches, true",
    "bus, buses, true",
    "tax, taxes, true",
    "process, proces, false",
    "MOU, MOUs, true",
  })
  void forms_noun_areThoseOfEnglish(String wording, String form, boolean expected) {
    assertThat(EnglishInflector.forms(wording).contains(form)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Lê Ngọc Châu, Le Ngoc Chau, Le Ngoc Chaus, false",
    "Lê Ngọc Châu, Le Ngoc Chau, Le Ngoc Chau's, true",
    "Hải Phòng, Hai Phong, Hai Phongs, false",
    "Việt Nam, Viet Nam, Viet Nam's, true",
    "thành phố Hải Phòng, Hai Phong City, Hai Phong Cities, true",
  })
  void forms_nameOfAPersonOrPlace_takesNoPlural(
      String vietnamese, String english, String form, boolean expected) {
    Term term = new Term(Locale.ENGLISH, english, TermStatus.PREFERRED);
    Concept concept =
        Concept.builder("a")
            .term(new Term(Locale.forLanguageTag("vi"), vietnamese, TermStatus.PREFERRED))
            .term(term)
            .build();

    assertThat(EnglishInflector.forms(concept, term).contains(form)).isEqualTo(expected);
  }

  /** Quadratic time would be a minute. */
  @Test
  @Timeout(10)
  void forms_endlessWord_takeTimeForItsLengthOnly() {
    String endless = "x".repeat(200_000) + "1";

    assertThat(EnglishInflector.forms(endless)).containsExactly(endless);
  }
}
