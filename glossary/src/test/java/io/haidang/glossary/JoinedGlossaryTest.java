package io.haidang.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.glossary.enforce.TermEnforcer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several lists of names as one. */
class JoinedGlossaryTest {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final Locale EN = Locale.forLanguageTag("en");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final GlossaryRelease RELEASE = new GlossaryRelease("joined");

  @Test
  void match_sameWordsInTwoLists_areOfTheFirst() {
    Glossary joined = joined(list("official", "sở Tài chính"), list("own", "Sở Tài chính"));

    assertThat(ids(joined, "Sở Tài chính họp")).containsExactly("official sở Tài chính");
  }

  @Test
  void match_firstListsNameNoLongerOfficial_stillGoesBeforeTheSecondList() {
    Concept ended =
        name("ended", "Sở A").toBuilder()
            .validity(new Validity(null, LocalDate.of(2025, 2, 28)))
            .build();
    Glossary joined = joined(Glossary.of(RELEASE, List.of(ended)), list("own", "Sở A"));

    assertThat(ids(joined, "Sở A")).containsExactly("ended");
  }

  @Test
  void match_longerNameInALaterList_goesBeforeAShorterOne() {
    Glossary joined = joined(list("official", "Hải Phòng"), list("own", "cảng Hải Phòng"));

    assertThat(ids(joined, "cảng Hải Phòng và Hải Phòng"))
        .containsExactly("own cảng Hải Phòng", "official Hải Phòng");
  }

  @Test
  void match_firstListsWordsInOtherLetters_leaveThePlaceToTheSecond() {
    Glossary joined = joined(list("official", "Luật"), list("own", "luật"));

    assertThat(ids(joined, "Luật này là luật")).containsExactly("official Luật", "own luật");
  }

  @Test
  void find_conceptOfAnyList_isFound() {
    Glossary joined = joined(list("official", "Sở A"), list("own", "Sở B"));

    assertThat(joined.find(new ConceptId("own Sở B"))).isPresent();
    assertThat(joined.concepts()).hasSize(2);
    assertThat(joined.release()).isEqualTo(RELEASE);
  }

  @Test
  void plan_languageThatOnlyOneListHas_isMatchedAllTheSame() {
    Concept own =
        Concept.builder("own")
            .term(new Term(EN, "apple", TermStatus.PREFERRED))
            .term(new Term(Locale.GERMAN, "Apfel", TermStatus.PREFERRED))
            .build();
    Glossary joined = joined(Glossary.starter(), Glossary.of(RELEASE, List.of(own)));

    assertThat(new TermEnforcer(joined).plan("An apple.", EN, Locale.GERMANY, DAY).requirements())
        .extracting(requirement -> requirement.rendering().text())
        .containsExactly("Apfel");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void match_differentWordsInEachList_equalsOneListOfAll(long seed) {
    Random random = new Random(seed);
    Map<String, Concept> all = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      String words = words(random, 1 + random.nextInt(4));
      all.putIfAbsent(words, name(words, words));
    }
    List<Concept> concepts = new ArrayList<>(all.values());
    int cut = random.nextInt(concepts.size() + 1);
    Glossary joined =
        joined(
            Glossary.of(RELEASE, concepts.subList(0, cut)),
            Glossary.of(RELEASE, concepts.subList(cut, concepts.size())));
    Glossary whole = Glossary.of(RELEASE, concepts);
    for (int i = 0; i < 200; i++) {
      String text = words(random, random.nextInt(25));
      assertThat(joined.match(text, VI, DAY)).as(text).isEqualTo(whole.match(text, VI, DAY));
    }
  }

  @Test
  void joined_nothing_isRefused() {
    assertThatThrownBy(() -> Glossary.joined(RELEASE, List.of()))
        .hasMessage("glossaries: (none) (expected: at least one)");
  }

  private static Glossary joined(Glossary... glossaries) {
    return Glossary.joined(RELEASE, List.of(glossaries));
  }

  private static Glossary list(String name, String words) {
    return Glossary.of(RELEASE, List.of(name(name + " " + words, words)));
  }

  private static Concept name(String id, String words) {
    return Concept.builder(id).term(new Term(VI, words, TermStatus.PREFERRED)).build();
  }

  private static List<String> ids(Glossary glossary, String text) {
    return glossary.match(text, VI, DAY).stream()
        .map(match -> match.concept().id().value())
        .toList();
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append("abcd".charAt(random.nextInt(4)));
    }
    return text.toString();
  }
}
