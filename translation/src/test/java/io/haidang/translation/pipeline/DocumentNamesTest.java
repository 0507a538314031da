package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentNamesTest {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 3, 2),
          new TermEnforcer(
              Glossary.of(
                  new GlossaryRelease("test"),
                  List.of(
                      Concept.builder("mofa")
                          .term(new Term(VI, "Bộ Ngoại giao", TermStatus.PREFERRED))
                          .term(english("Ministry of Foreign Affairs", TermStatus.PREFERRED))
                          .term(english("Foreign Ministry", TermStatus.ADMITTED))
                          .term(english("MOFA", TermStatus.ABBREVIATION))
                          .build()))));

  @Test
  void findings_abbreviationIntroducedBefore_isNotMissing() {
    List<String> sources = List.of("Bộ Ngoại giao họp.", "Bộ Ngoại giao nghỉ trưa.");
    DocumentNames with =
        DocumentNames.of(
            sources,
            List.of("The Ministry of Foreign Affairs (MOFA) met.", "MOFA rested."),
            CONTEXT);
    DocumentNames without = DocumentNames.of(sources, List.of("It met.", "MOFA rested."), CONTEXT);

    assertThat(with.findings(1)).isEmpty();
    assertThat(without.findings(1)).extracting(Finding::check).contains("term-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bộ Ngoại giao họp. / MOFA họp.|The Ministry of Foreign Affairs met. / MOFA met.|The Ministry of Foreign Affairs (MOFA) met. / MOFA met.",
        "Bộ Ngoại giao họp. / Bộ Ngoại giao nghỉ.|The Ministry of Foreign Affairs met. / The Foreign Ministry rested.|The Ministry of Foreign Affairs met. / The Ministry of Foreign Affairs rested.",
        "Bộ Ngoại giao họp.|MOFA met.|The Ministry of Foreign Affairs (MOFA) met.",
        "Mưa. / Bộ Ngoại giao họp.|Rain. / The Ministry of Foreign Affairs met.|=",
      })
  void settle_document_isMendedWithNothingLeftToSay(
      String sources, String targets, String expected) {
    List<TranslatedSegment> settled = settle(sources.split(" / "), targets.split(" / "));

    assertThat(String.join(" / ", settled.stream().map(TranslatedSegment::target).toList()))
        .isEqualTo(expected.equals("=") ? targets : expected);
    assertThat(settled).flatExtracting(TranslatedSegment::findings).isEmpty();
    assertThat(DocumentNames.settle(settled, CONTEXT)).isEqualTo(settled);
  }

  @Test
  void settle_mendedSegment_saysThatItIsRepairedAndOthersStayAsTheyWere() {
    List<TranslatedSegment> settled =
        settle(
            new String[] {"Mưa.", "Bộ Ngoại giao họp.", "MOFA họp."},
            new String[] {"Rain.", "The Ministry of Foreign Affairs met.", "MOFA met."});

    assertThat(settled)
        .extracting(segment -> segment.provenance().repaired())
        .containsExactly(false, true, false);
  }

  @Test
  void settle_mendedSegment_keepsWhatIsSaidOfHowItCameToBe() {
    Finding notPlaced =
        new Finding(EnforcingTranslator.NOT_PLACED, Severity.WARNING, null, null, "Hue", "");
    TranslatedSegment told =
        new TranslatedSegment(
            "Bộ Ngoại giao họp.",
            "MOFA met.",
            -0.5,
            List.of(notPlaced),
            new Provenance("test", "1", "", "test", false, 3));

    TranslatedSegment settled = DocumentNames.settle(List.of(told), CONTEXT).get(0);

    assertThat(settled.target()).isEqualTo("The Ministry of Foreign Affairs (MOFA) met.");
    assertThat(settled.findings()).containsExactly(notPlaced);
  }

  @Test
  void settle_abbreviationAfterItsIntroduction_isNotMissing() {
    List<TranslatedSegment> settled =
        settle(
            new String[] {"Bộ Ngoại giao họp.", "Bộ Ngoại giao nghỉ."},
            new String[] {"The Ministry of Foreign Affairs (MOFA) met.", "MOFA rested."});

    assertThat(settled).flatExtracting(TranslatedSegment::findings).isEmpty();
  }

  @Test
  void settle_markupOrCapitals_areLeftToAPersonWithTheirPlace() {
    String first = "‹1›The Ministry‹/1› of Foreign Affairs met.";
    List<TranslatedSegment> settled =
        settle(
            new String[] {"‹1›Bộ‹/1› Ngoại giao họp.", "MOFA họp."},
            new String[] {first, "MOFA met."});

    assertThat(settled.get(0).target()).isEqualTo(first);
    assertThat(settled.get(0).findings())
        .containsExactly(
            new Finding(
                "term-not-introduced",
                Severity.WARNING,
                null,
                new TextSpan(first.indexOf("Ministry"), first.indexOf(" met")),
                "Ministry of Foreign Affairs (MOFA)",
                ""));
    assertThat(
            settle(
                    new String[] {"BỘ NGOẠI GIAO HỌP", "MOFA họp."},
                    new String[] {"MINISTRY OF FOREIGN AFFAIRS MEETS", "MOFA met."})
                .get(0)
                .findings())
        .extracting(Finding::check)
        .containsExactly("term-not-introduced");
  }

  @Test
  void settle_inflectedWording_isLeftToAPerson() {
    List<TranslatedSegment> settled =
        settle(
            new String[] {"Bộ Ngoại giao họp.", "Các Bộ Ngoại giao nghỉ."},
            new String[] {"The Ministry of Foreign Affairs met.", "Foreign Ministries rested."});

    assertThat(settled.get(1).target()).isEqualTo("Foreign Ministries rested.");
    assertThat(settled.get(1).findings())
        .extracting(Finding::check)
        .containsExactly("term-inconsistent");
  }

  /** An edit of one segment changes what is said about another. */
  @Test
  void findings_ofEditedDocument_followTheTexts() {
    List<String> sources = List.of("Bộ Ngoại giao họp.", "MOFA họp.");
    DocumentNames before =
        DocumentNames.of(
            sources, List.of("The Ministry of Foreign Affairs met.", "MOFA met."), CONTEXT);
    DocumentNames after =
        DocumentNames.of(
            sources, List.of("The Ministry of Foreign Affairs met.", "It met."), CONTEXT);

    assertThat(before.findings(0))
        .extracting(Finding::check)
        .containsExactly("term-not-introduced");
    assertThat(after.findings(0)).isEmpty();
    assertThat(before.findings(0)).allMatch(DocumentNames::isOwn);
  }

  private static List<TranslatedSegment> settle(String[] sources, String[] targets) {
    return DocumentNames.settle(
        Stream.iterate(0, i -> i < sources.length, i -> i + 1)
            .map(i -> segment(sources[i], targets[i]))
            .toList(),
        CONTEXT);
  }

  private static TranslatedSegment segment(String source, String target) {
    return new TranslatedSegment(
        source,
        target,
        -0.5,
        Checks.run(source, target, CONTEXT),
        new Provenance("test", "1", "", "test", false, 3));
  }

  private static Term english(String text, TermStatus status) {
    return new Term(Locale.ENGLISH, text, status);
  }
}
