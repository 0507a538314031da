package io.haidang.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptTest {

  private static final Locale VI = Locale.forLanguageTag("vi");

  @Test
  void build_twoPreferredInOneLanguage_isRefused() {
    Concept.Builder builder = Concept.builder("a").term(term("en", "A")).term(term("en", "B"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.terms: two are preferred in en (expected: at most one)");
  }

  @Test
  void build_successorOfItself_isRefused() {
    Concept.Builder builder =
        Concept.builder("a").term(term("vi", "A")).successor(new ConceptId("a"));

    assertThatThrownBy(builder::build).hasMessage("a.successor: a (expected: another concept)");
  }

  @Test
  void build_noTerm_isRefused() {
    assertThatThrownBy(() -> Concept.builder("a").build())
        .hasMessage("a.terms: (none) (expected: at least one)");
  }

  @Test
  void toBuilder_unchanged_buildsAnEqualConcept() {
    Concept concept =
        Concept.builder("a")
            .term(term("vi", "A").withCaseRule(CaseRule.EXACT))
            .source("Decree 1")
            .article("Article 2")
            .domain("law")
            .definition("d")
            .note("n")
            .translatable(false)
            .build();

    assertThat(concept.toBuilder().build()).isEqualTo(concept);
    assertThat(concept.reference()).isEqualTo("Decree 1, Article 2");
  }

  @ParameterizedTest
  @CsvSource({
    "en, en-GB, true",
    "en-GB, en, false",
    "en-GB, en-US, false",
    "zh, zh-Hant-TW, true",
    "zh-Hant, zh-Hant-TW, true",
    "zh-Hant, zh-Hans, false",
    "ar, ar, true",
    "vi, en, false",
  })
  void serves_moreSpecificLanguage_isServed(String language, String wanted, boolean serves) {
    assertThat(term(language, "x").serves(Locale.forLanguageTag(wanted))).isEqualTo(serves);
  }

  @Test
  void preferred_regionalWording_comesBeforeTheGeneralOne() {
    Concept concept =
        Concept.builder("a").term(term("en", "Center")).term(term("en-GB", "Centre")).build();

    assertThat(concept.preferred(Locale.UK)).get().extracting(Term::text).isEqualTo("Centre");
    assertThat(concept.preferred(Locale.US)).get().extracting(Term::text).isEqualTo("Center");
    assertThat(concept.preferred(VI)).isEmpty();
  }

  @Test
  void preferred_notToBeTranslated_isTheSameInEveryLanguage() {
    Concept concept = Concept.builder("a").term(term("vi", "VNeID")).translatable(false).build();

    assertThat(concept.preferred(Locale.JAPANESE)).get().extracting(Term::text).isEqualTo("VNeID");
  }

  private static Term term(String language, String text) {
    return new Term(Locale.forLanguageTag(language), text, TermStatus.PREFERRED);
  }
}
