package io.haidang.glossary.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTermsTest {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String SOURCE = "Bộ Ngoại giao và Vịnh Hạ Long và FDI và Liên hợp quốc";

  private static final Glossary GLOSSARY =
      Glossary.of(
          new GlossaryRelease("test"),
          List.of(
              Concept.builder("mofa")
                  .term(new Term(VI, "Bộ Ngoại giao", TermStatus.PREFERRED))
                  .term(term("Ministry of Foreign Affairs", TermStatus.PREFERRED))
                  .term(term("Foreign Ministry", TermStatus.ADMITTED))
                  .term(term("MOFA", TermStatus.ABBREVIATION))
                  .term(new Term(Locale.CHINESE, "外交部", TermStatus.PREFERRED))
                  .term(new Term(Locale.CHINESE, "MOFA", TermStatus.ABBREVIATION))
                  .build(),
              Concept.builder("bay")
                  .term(new Term(VI, "Vịnh Hạ Long", TermStatus.PREFERRED))
                  .term(term("Ha Long Bay", TermStatus.PREFERRED))
                  .term(term("Bay of Ha Long", TermStatus.ADMITTED))
                  .build(),
              Concept.builder("fdi")
                  .term(new Term(VI, "FDI", TermStatus.PREFERRED))
                  .term(term("foreign direct investment", TermStatus.PREFERRED))
                  .term(term("FDI", TermStatus.ABBREVIATION).withFirstMention(FirstMention.FREE))
                  .build(),
              Concept.builder("un")
                  .term(new Term(VI, "Liên hợp quốc", TermStatus.PREFERRED))
                  .term(term("United Nations", TermStatus.PREFERRED))
                  .term(term("UN", TermStatus.ABBREVIATION).withFirstMention(FirstMention.ALWAYS))
                  .build()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Ministry of Foreign Affairs met. | NONE | =",
        "The Ministry of Foreign Affairs (MOFA) met. MOFA said so. | NONE | =",
        "The Ministry of Foreign Affairs met. / MOFA said so. | 0 ABBREVIATION_NOT_GIVEN | The Ministry of Foreign Affairs (MOFA) met. / MOFA said so.",
        "MOFA met. / The Ministry of Foreign Affairs said so. | 0 ABBREVIATION_BEFORE_NAME | The Ministry of Foreign Affairs (MOFA) met. / The Ministry of Foreign Affairs said so.",
        "MOFA met. / The Ministry of Foreign Affairs (MOFA) said so. | 0 ABBREVIATION_BEFORE_NAME, 1 INTRODUCED_AGAIN | The Ministry of Foreign Affairs (MOFA) met. / The MOFA said so.",
        "FDI rose. | NONE | =",
        "It joined the United Nations. | 0 ABBREVIATION_NOT_GIVEN | It joined the United Nations (UN).",
        "Ha Long Bay shines. / In the Bay of Ha Long it rains. | 1 INCONSISTENT | Ha Long Bay shines. / In the Ha Long Bay it rains.",
        "The Bay of Ha Long shines. / The Bay of Ha Long rests. | NONE | =",
        "The Foreign Ministry met. / The Ministry of Foreign Affairs met. | 0 INCONSISTENT | The Ministry of Foreign Affairs met. / The Ministry of Foreign Affairs met.",
      })
  void findings_document_areFoundAndMended(String document, String kinds, String corrected) {
    DocumentTerms terms = read(List.of(document.split(" / ")), Locale.ENGLISH);

    List<UsageFinding> findings = terms.findings();

    assertThat(findings).extracting(f -> f.segment() + " " + f.kind()).isEqualTo(list(kinds));
    assertThat(String.join(" / ", terms.corrected(findings)))
        .isEqualTo(corrected.equals("=") ? document : corrected);
  }

  @Test
  void corrected_chinese_usesWideBrackets() {
    DocumentTerms terms = read(List.of("外交部今天宣布", "MOFA表示"), Locale.CHINESE);

    assertThat(terms.corrected(terms.findings())).containsExactly("外交部（MOFA）今天宣布", "MOFA表示");
    assertThat(read(terms.corrected(terms.findings()), Locale.CHINESE).findings()).isEmpty();
  }

  @Test
  void verify_abbreviationAfterItsIntroduction_isNotMissing() {
    TermEnforcer enforcer = new TermEnforcer(GLOSSARY);
    TermPlan plan = enforcer.plan("Bộ Ngoại giao họp.", VI, Locale.ENGLISH, DAY);
    DocumentTerms terms =
        DocumentTerms.of(
            GLOSSARY,
            List.of(plan, plan),
            List.of("The Ministry of Foreign Affairs (MOFA) met.", "MOFA met."),
            Locale.ENGLISH,
            DAY);

    assertThat(enforcer.verify(plan, "MOFA met.", DAY, terms.introducedBefore(1))).isEmpty();
    assertThat(enforcer.verify(plan, "MOFA met.", DAY, terms.introducedBefore(0)))
        .extracting(TermFinding::kind)
        .containsExactly(TermFinding.Kind.MISSING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void corrected_randomDocuments_haveNothingLeftToFind(long seed) {
    Random random = new Random(seed);
    String[] words = {
      "MOFA",
      "the Ministry of Foreign Affairs",
      "the Ministry of Foreign Affairs (MOFA)",
      "the United Nations",
      "UN",
      "FDI",
      "Ha Long Bay",
      "met",
      "and"
    };
    for (int i = 0; i < 100; i++) {
      List<String> segments = new ArrayList<>();
      for (int s = 0; s < 3; s++) {
        StringBuilder text = new StringBuilder("It");
        for (int w = random.nextInt(5); w > 0; w--) {
          text.append(' ').append(words[random.nextInt(words.length)]);
        }
        segments.add(text + ".");
      }
      DocumentTerms terms = read(segments, Locale.ENGLISH);

      List<String> corrected = terms.corrected(terms.findings());

      assertThat(read(corrected, Locale.ENGLISH).findings())
          .as("%s corrected to %s", segments, corrected)
          .isEmpty();
    }
  }

  private static DocumentTerms read(List<String> translations, Locale language) {
    TermPlan plan = new TermEnforcer(GLOSSARY).plan(SOURCE, VI, language, DAY);
    List<TermPlan> plans = translations.stream().map(text -> plan).toList();
    return DocumentTerms.of(GLOSSARY, plans, translations, language, DAY);
  }

  private static List<String> list(String kinds) {
    return kinds.equals("NONE") ? List.of() : Arrays.asList(kinds.split(", "));
  }

  private static Term term(String text, TermStatus status) {
    return new Term(Locale.ENGLISH, text, status);
  }
}
