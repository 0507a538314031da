package io.haidang.translation.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.translation.evaluate.EvaluationSentence.OrdinaryWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluationSetTest {

  private static final String HEADER =
      "id\tshare\tdate\tkind\tsource\tnames\tordinary\treference\n";
  private static final Path REAL =
      Path.of(System.getProperty("haidang.repository"), "docs", "evaluation", "names.vi-en.tsv");

  @TempDir private Path folder;

  @Test
  void read_row_isASentence() throws IOException {
    EvaluationSet set =
        read(
            HEADER
                + "a1\theld-out\t2026-05-06\tplain\tSở Y tế họp.\tsở-y-tế=Department of Health;"
                + " x=Y\thọp=met\tThe Department of Health met.\n");

    assertThat(set.sentences())
        .containsExactly(
            new EvaluationSentence(
                "a1",
                "held-out",
                LocalDate.of(2026, 5, 6),
                "plain",
                "Sở Y tế họp.",
                List.of(
                    new ExpectedName(new ConceptId("sở-y-tế"), "Department of Health"),
                    new ExpectedName(new ConceptId("x"), "Y")),
                new OrdinaryWord("họp", "met"),
                "The Department of Health met."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,s,2026-05-06,k,x,c=Y,,y/a,s,2026-05-06,k,x,c=Y,,y|line 3: id: a (expected: each once)",
        "a,s,6/5/2026,k,x,,,y|line 2: date: 6/5/2026 (expected: a date such as 2025-02-28)",
        "a,s,2026-05-06,k,x,,y|line 2: columns: 7 (expected: 8)",
        "a,s,2026-05-06,k,,,,y|line 2: source: (blank) (expected: a text)",
        "a,s,2026-05-06,k,x,c,,y|line 2: names: c (expected: two texts with = between)",
        "a,s,2026-05-06,k,x,c=,,y|line 2: names: c= (expected: two texts with = between)",
        "a,s,2026-05-06,k,x,,=z,y|line 2: ordinary: =z (expected: two texts with = between)",
        "''|line 2: sentences: none (expected: at least one)",
      })
  void read_unusableLine_isRefusedWithItsNumber(String rows, String message) {
    String file = HEADER + rows.replace(',', '\t').replace('/', rows.contains("/a,") ? '\n' : '/');
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(EvaluationSetException.class)
        .hasMessage(message);
  }

  @Test
  void read_otherFile_isRefused() throws IOException {
    assertThatThrownBy(() -> read("vi,en\n")).hasMessageStartingWith("line 1: header: ");
    Path latin = Files.write(folder.resolve("latin"), "é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> EvaluationSet.read(latin))
        .hasMessage("line 1: encoding: not UTF-8 (expected: UTF-8)");
  }

  /** The held-out share is only counted: nothing may be fitted to it. */
  @Test
  void set_inTheRepository_isLargeAndHoldsTheNamesItLists() throws IOException {
    List<EvaluationSentence> sentences = EvaluationSet.read(REAL).sentences();
    Glossary official = Glossary.starter();

    assertThat(sentences).hasSizeGreaterThanOrEqualTo(300);
    assertThat(sentences.stream().filter(s -> s.share().equals("held-out")))
        .hasSizeGreaterThanOrEqualTo(100);
    assertThat(sentences.stream().flatMap(s -> s.names().stream()).map(ExpectedName::concept))
        .allMatch(concept -> official.find(concept).isPresent());
    assertThat(
            sentences.stream()
                .filter(sentence -> sentence.share().equals("development"))
                .filter(sentence -> !found(sentence, official).equals(listed(sentence)))
                .map(sentence -> sentence.id() + ": " + found(sentence, official)))
        .isEmpty();
  }

  private static List<ConceptId> found(EvaluationSentence sentence, Glossary official) {
    return official.match(sentence.source(), Locale.forLanguageTag("vi"), sentence.date()).stream()
        .map(match -> match.concept().id())
        .toList();
  }

  private static List<ConceptId> listed(EvaluationSentence sentence) {
    return sentence.names().stream().map(ExpectedName::concept).toList();
  }

  private EvaluationSet read(String content) throws IOException {
    return EvaluationSet.read(Files.writeString(folder.resolve("set.tsv"), content));
  }
}
