package io.haidang.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.GlossaryDiff.FieldChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryDiffTest {

  private static final Concept A = concept("a", "Sở A");
  private static final Concept B = concept("b", "Sở B");

  @Test
  void between_sameLists_isEmpty() {
    assertThat(GlossaryDiff.between(List.of(A, B), List.of(B, A)).isEmpty()).isTrue();
  }

  @Test
  void between_otherConcepts_areAddedAndRemoved() {
    GlossaryDiff diff = GlossaryDiff.between(List.of(A), List.of(B));

    assertThat(diff.added()).containsExactly(B);
    assertThat(diff.removed()).containsExactly(A);
    assertThat(diff.changed()).isEmpty();
  }

  @Test
  void between_changedConcept_namesEveryFieldAndTerm() {
    Term added = new Term(Locale.ENGLISH, "Department A", TermStatus.PREFERRED);
    Term kept = A.terms().get(0);
    Concept after =
        A.toBuilder()
            .terms(List.of(kept.withCaseRule(CaseRule.EXACT), added))
            .validity(new Validity(null, LocalDate.of(2025, 6, 30)))
            .successor(new ConceptId("b"))
            .build();

    assertThat(GlossaryDiff.between(List.of(A, B), List.of(after, B)).changed())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.fields())
                  .containsExactly(
                      new FieldChange("valid_to", "", "2025-06-30"),
                      new FieldChange("successor", "", "b"));
              assertThat(change.addedTerms()).containsExactly(added);
              assertThat(change.removedTerms()).isEmpty();
              assertThat(change.changedTerms())
                  .singleElement()
                  .satisfies(
                      term ->
                          assertThat(term.fields())
                              .containsExactly(new FieldChange("case", "NAME", "EXACT")));
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void between_randomLists_leadsFromOneToTheOther(long seed) {
    Random random = new Random(seed);
    List<Concept> before = randomList(random);
    List<Concept> after = randomList(random);

    GlossaryDiff diff = GlossaryDiff.between(before, after);

    List<Concept> replayed = new ArrayList<>(before);
    replayed.removeAll(diff.removed());
    diff.changed().forEach(change -> replayed.remove(change.before()));
    diff.changed().forEach(change -> replayed.add(change.after()));
    replayed.addAll(diff.added());
    assertThat(replayed).containsExactlyInAnyOrderElementsOf(after);
    assertThat(GlossaryDiff.between(after, before).added()).isEqualTo(diff.removed());
  }

  private static List<Concept> randomList(Random random) {
    List<Concept> concepts = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      if (random.nextBoolean()) {
        concepts.add(
            concept("c" + id, "Sở " + id).toBuilder().note("" + random.nextInt(2)).build());
      }
    }
    return concepts;
  }

  private static Concept concept(String id, String name) {
    return Concept.builder(id)
        .term(new Term(Locale.forLanguageTag("vi"), name, TermStatus.PREFERRED))
        .build();
  }
}
