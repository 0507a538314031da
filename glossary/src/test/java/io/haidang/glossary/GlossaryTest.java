package io.haidang.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Glossary STARTER = Glossary.starter();

  @Test
  void starter_wholeList_loads() {
    assertThat(STARTER.concepts()).hasSize(142);
    assertThat(STARTER.release().value()).matches("starter-[0-9a-f]{8}");
  }

  @Test
  void match_everyStarterTerm_findsItself() {
    for (Concept concept : STARTER.concepts()) {
      String name = concept.preferred(VI).orElseThrow().text();
      assertThat(STARTER.match(name, VI, DAY))
          .as(name)
          .hasSize(1)
          .allSatisfy(match -> assertThat(match.concept().id()).isEqualTo(concept.id()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ủy ban nhân dân thành phố Hải Phòng họp. | Ủy ban nhân dân thành phố Hải Phòng",
        "UBND TP Hải Phòng họp.                    | UBND TP Hải Phòng",
        "UBND TP. Hải Phòng họp.                   | UBND TP. Hải Phòng",
        "Uỷ ban nhân dân thành phố Hải Phòng họp.  | Uỷ ban nhân dân thành phố Hải Phòng",
        "CỦA BAN THƯỜNG VỤ THÀNH ỦY                | BAN THƯỜNG VỤ THÀNH ỦY",
        "Khu kinh tế Đình Vũ – Cát Hải mở rộng.    | Khu kinh tế Đình Vũ – Cát Hải",
        "Khu kinh tế Đình Vũ-Cát Hải mở rộng.      | Khu kinh tế Đình Vũ-Cát Hải",
      })
  void match_customaryWayOfWriting_isRecognised(String text, String expected) {
    assertThat(STARTER.match(text, VI, DAY))
        .extracting(match -> match.span().of(text))
        .containsExactly(expected);
  }

  @Test
  void match_decomposedText_givesOffsetsIntoTheOriginal() {
    String text = Normalizer.normalize("Hôm nay Sở Ngoại vụ họp.", Normalizer.Form.NFD);

    List<TermMatch> matches = STARTER.match(text, VI, DAY);

    assertThat(matches).hasSize(1);
    assertThat(Normalizer.normalize(matches.get(0).span().of(text), Normalizer.Form.NFC))
        .isEqualTo("Sở Ngoại vụ");
  }

  @ParameterizedTest
  @CsvSource({"chính quyền quyết định đầu tư", "theo luật sư", "Hải Phòngx", "bộ chính trịx"})
  void match_commonNounOrPartOfWord_isNoName(String text) {
    assertThat(STARTER.match(text, VI, DAY)).isEmpty();
  }

  @Test
  void match_namesThatDifferInOneMark_stayApart() {
    Glossary glossary =
        Glossary.of(
            new GlossaryRelease("test"),
            List.of(concept("giang", "Cẩm Giang"), concept("giàng", "Cẩm Giàng")));

    assertThat(glossary.match("xã Cẩm Giàng và xã Cẩm Giang", VI, DAY))
        .extracting(match -> match.concept().id().value())
        .containsExactly("giàng", "giang");
  }

  @Test
  void match_oneWordingForTwoConcepts_isTheOneOfficialOnThatDay() {
    Concept old = concept("old", "Sở A", new Validity(null, LocalDate.of(2025, 2, 28)));
    Concept now = concept("now", "Sở A", new Validity(LocalDate.of(2025, 3, 1), null));
    Glossary glossary = Glossary.of(new GlossaryRelease("test"), List.of(old, now));

    assertThat(glossary.match("Sở A", VI, LocalDate.of(2024, 1, 1)).get(0).concept())
        .isEqualTo(old);
    assertThat(glossary.match("Sở A", VI, DAY).get(0).concept()).isEqualTo(now);
  }

  @Test
  void successor_chain_endsAtTheOneThatIsOfficial() {
    Concept c = concept("c", "Sở C", new Validity(LocalDate.of(2025, 3, 1), null));
    Concept b =
        concept("b", "Sở B", new Validity(null, LocalDate.of(2025, 2, 28))).toBuilder()
            .successor(c.id())
            .build();
    Concept a =
        concept("a", "Sở A", new Validity(null, LocalDate.of(2020, 1, 1))).toBuilder()
            .successor(b.id())
            .build();
    Glossary glossary = Glossary.of(new GlossaryRelease("test"), List.of(a, b, c));

    assertThat(glossary.successor(a, DAY)).contains(c);
    assertThat(glossary.successor(a, LocalDate.of(2024, 1, 1))).contains(b);
    assertThat(glossary.successor(c, DAY)).isEmpty();
  }

  @Test
  void successor_circle_ends() {
    Validity ended = new Validity(null, LocalDate.of(2020, 1, 1));
    Concept a = concept("a", "A", ended).toBuilder().successor(new ConceptId("b")).build();
    Concept b = concept("b", "B", ended).toBuilder().successor(new ConceptId("a")).build();

    assertThat(Glossary.of(new GlossaryRelease("test"), List.of(a, b)).successor(a, DAY))
        .contains(b);
  }

  @Test
  void starter_successors_exist() {
    assertThat(STARTER.concepts().stream().map(Concept::successor).filter(Objects::nonNull))
        .hasSize(2)
        .allSatisfy(id -> assertThat(STARTER.find(id)).isPresent());
  }

  @Test
  void match_regionalLanguage_fallsBackToTheGeneralOne() {
    assertThat(STARTER.match("Hải Phòng", Locale.forLanguageTag("vi-VN"), DAY)).hasSize(1);
    assertThat(STARTER.match("Hai Phong", Locale.US, DAY)).hasSize(1);
    assertThat(STARTER.match("Hai Phong", Locale.FRENCH, DAY)).isEmpty();
  }

  @Test
  void of_twoConceptsWithOneId_isRefused() {
    Concept concept = concept("a", "A");

    assertThatThrownBy(() -> Glossary.of(new GlossaryRelease("test"), List.of(concept, concept)))
        .hasMessage("concept.id: a twice (expected: once in a glossary)");
  }

  private static Concept concept(String id, String name) {
    return concept(id, name, Validity.ALWAYS);
  }

  private static Concept concept(String id, String name, Validity validity) {
    Term term = new Term(VI, name, TermStatus.PREFERRED);
    return Concept.builder(id).term(term).validity(validity).build();
  }
}
