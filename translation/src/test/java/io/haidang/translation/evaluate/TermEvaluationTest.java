package io.haidang.translation.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.evaluate.EvaluationSentence.OrdinaryWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermEvaluationTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final Glossary OFFICIAL = Glossary.starter();
  private static final EvaluationSentence SENTENCE =
      sentence(
          "Sở Y tế và Hải Phòng mở hội thảo.",
          "The Department of Health and Hai Phong held a seminar.",
          name("sở-y-tế", "Department of Health"),
          name("hải-phòng", "Hai Phong"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Department of Health and Hai Phong held a seminar.|2|2|0|0",
        "The Departments of Health and Hai Phong's seminar.|2|2|0|0",
        "The Department of Health and Haiphong held a seminar.|1|1|1|0",
        "The Health Department held a seminar.|0|0|0|0",
        "The DEPARTMENT OF HEALTH and Hai Phong met.|2|2|0|0",
        "The Department of Health and Hai Phong met the Politburo.|2|2|0|1",
        "The Department of Health met in Hai Phong City.|2|2|0|1",
      })
  void run_translation_isJudgedByTheSet(
      String translation, int kept, int exact, int forbidden, int inserted) {
    SentenceOutcome outcome = run(TermMode.PROPER, text -> translation, SENTENCE).get(0);

    assertThat(outcome.names().stream().filter(NameOutcome::kept)).hasSize(kept);
    boolean plural = translation.contains("Departments");
    assertThat(outcome.names().stream().filter(NameOutcome::exact)).hasSize(plural ? 1 : exact);
    assertThat(outcome.forbidden()).hasSize(forbidden);
    assertThat(outcome.inserted()).hasSize(inserted);
  }

  @Test
  void run_longNameAroundAShortOne_doesNotCountForBoth() {
    EvaluationSentence both =
        sentence(
            "Hải Phòng và thành phố Hải Phòng",
            "Hai Phong and Hai Phong City",
            name("hải-phòng", "Hai Phong"),
            name("thành-phố-hải-phòng", "Hai Phong City"));

    List<NameOutcome> names = run(TermMode.PROPER, text -> "Hai Phong City", both).get(0).names();

    assertThat(names).extracting(NameOutcome::kept).containsExactly(false, true);
  }

  @Test
  void run_modes_giveTheTranslatorTheirNames() {
    List<String> given = new ArrayList<>();
    SegmentTranslator spy =
        (excerpt, context, call) -> {
          context
              .terms()
              .plan(excerpt.texts().get(0), PAIR.source(), PAIR.target(), context.textDate())
              .requirements()
              .stream()
              .map(TermRequirement::rendering)
              .forEach(term -> given.add(term.text()));
          return List.of(translated(excerpt.texts().get(0), "x"));
        };
    TermEvaluation evaluation = new TermEvaluation(spy, PAIR, OFFICIAL);

    evaluation.run(List.of(SENTENCE), TermMode.NONE, CallContext.PATIENT, done -> {});
    assertThat(given).isEmpty();
    evaluation.run(List.of(SENTENCE), TermMode.PROPER, CallContext.PATIENT, done -> {});
    assertThat(given).containsExactly("Department of Health", "Hai Phong");
    given.clear();
    evaluation.run(List.of(SENTENCE), TermMode.RANDOM, CallContext.PATIENT, done -> {});
    assertThat(given).containsExactly("seminar");
  }

  @Test
  void dealTo_sentence_isAlwaysTheSameListOfOthersNames() {
    RandomNames random = new RandomNames(OFFICIAL, PAIR);

    assertThat(random.dealTo(SENTENCE).concepts()).isEqualTo(random.dealTo(SENTENCE).concepts());
    assertThat(random.dealTo(SENTENCE).concepts())
        .hasSize(5)
        .extracting(concept -> concept.id().value())
        .doesNotContain("sở-y-tế", "hải-phòng")
        .contains("ordinary: hội thảo");
  }

  @Test
  void figures_outcomes_areCountedOverNamesAndSentences() {
    List<SentenceOutcome> outcomes =
        run(
            TermMode.PROPER,
            text ->
                text.startsWith("Sở")
                    ? "The Department of Health and Hai Phong held a seminar."
                    : "Haiphong and the Politburo rest.",
            SENTENCE,
            sentence("Hải Phòng nghỉ.", "Hai Phong rests.", name("hải-phòng", "Hai Phong")));

    NameFigures figures = NameFigures.of(outcomes);

    assertThat(figures.sentences()).isEqualTo(2);
    assertThat(figures.names()).isEqualTo(3);
    assertThat(figures.termSuccess()).isEqualTo(66.67);
    assertThat(figures.exactMatch()).isEqualTo(66.67);
    assertThat(figures.consistency()).isEqualTo(50); // Hai Phong, then Haiphong.
    assertThat(figures.forbidden()).isEqualTo(1);
    assertThat(figures.falseInsertions()).isEqualTo(50);
    assertThat(figures.ownNames()).isZero();
    assertThat(figures.chrf()).isBetween(60.0, 99.0);
  }

  @Test
  void figures_namesThatNobodyGave_areTheModelsOwn() {
    NameFigures figures =
        NameFigures.of(run(TermMode.NONE, text -> "The Politburo met.", SENTENCE));

    assertThat(figures.falseInsertions()).isZero();
    assertThat(figures.ownNames()).isEqualTo(100);
  }

  @Test
  void worse_figures_areToldOnlyBeyondTheTolerance() {
    NameFigures before = new NameFigures(10, 20, 99, 95, 100, 0, 1, 0, 60);

    assertThat(FiguresComparison.worse(before, before)).isEmpty();
    assertThat(FiguresComparison.worse(before, new NameFigures(10, 20, 98, 94, 99, 0, 2, 9, 59)))
        .isEmpty();
    assertThat(
            FiguresComparison.worse(
                before, new NameFigures(10, 20, 97.9, 93.9, 98.9, 1, 2.1, 0, 58.9)))
        .containsExactly(
            "term success: 97.90 (expected: at least 98.00)",
            "exact match: 93.90 (expected: at least 94.00)",
            "consistency: 98.90 (expected: at least 99.00)",
            "chrF2: 58.90 (expected: at least 59.00)",
            "false insertions: 2.10 (expected: at most 2.00)",
            "forbidden: 1.00 (expected: at most 0.00)");
  }

  private static List<SentenceOutcome> run(
      TermMode mode, Function<String, String> script, EvaluationSentence... sentences) {
    SegmentTranslator translator =
        (excerpt, context, call) ->
            excerpt.texts().stream()
                .map(source -> translated(source, script.apply(source)))
                .toList();
    return new TermEvaluation(translator, PAIR, OFFICIAL)
        .run(List.of(sentences), mode, CallContext.PATIENT, done -> {});
  }

  private static TranslatedSegment translated(String source, String target) {
    return new TranslatedSegment(
        source, target, 0, List.of(), new Provenance("test", "1", "", "starter", false, 0));
  }

  private static EvaluationSentence sentence(
      String source, String reference, ExpectedName... names) {
    return new EvaluationSentence(
        source,
        "development",
        LocalDate.of(2026, 5, 6),
        "plain",
        source,
        List.of(names),
        new OrdinaryWord("hội thảo", "seminar"),
        reference);
  }

  private static ExpectedName name(String concept, String wording) {
    return new ExpectedName(new ConceptId(concept), wording);
  }
}
