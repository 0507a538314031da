package io.haidang.summarization.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.glossary.Glossary;
import io.haidang.summarization.Form;
import io.haidang.summarization.Stories;
import io.haidang.summarization.form.FormMakers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SummaryEvaluationTest {

  @TempDir private Path folder;

  @Test
  void figures_onTheSetOfTheRepository_areNoWorseThanTheFirstSentences() throws IOException {
    SummarySet set =
        SummarySet.read(
            Path.of(System.getProperty("haidang.repository"))
                .resolve("docs/evaluation/summaries.vi.tsv"));
    SummaryFigures lead = figures(SummaryMethod.lead(3), set);
    SummaryFigures ours =
        figures(
            SummaryMethod.made(
                "TF-IDF", FormMakers.extractive(), Form.SUMMARY_50, Glossary.starter()),
            set);
    assertThat(set.articles()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(ours.empty()).isZero();
    assertThat(ours.rouge().one()).isGreaterThan(lead.rouge().one());
    assertThat(ours.rouge().two()).isGreaterThan(lead.rouge().two());
    assertThat(ours.rouge().longest()).isGreaterThan(lead.rouge().longest());
  }

  private static SummaryFigures figures(SummaryMethod method, SummarySet set) {
    SummaryFigures figures = SummaryFigures.of(method, set, Stories.VIETNAMESE, Stories.DAY);
    System.out.println(figures);
    return figures;
  }

  @Test
  void read_fileOfOnesOwn_hasParagraphs() throws IOException {
    Path file = folder.resolve("set.tsv");
    Files.writeString(file, "Tin\tTóm tắt.\tĐoạn một.\\nĐoạn hai.\n\n");
    assertThat(SummarySet.read(file).articles())
        .containsExactly(
            new SummarySet.Article("Tin", "Tóm tắt.", java.util.List.of("Đoạn một.", "Đoạn hai.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "một cột\n", "hai\tcột\n", "bốn\tcột\tlà\tthừa\n", "a\t\tb\n"})
  void read_somethingElse_isRefusedNamingTheLine(String content) throws IOException {
    Path file = folder.resolve("set.tsv");
    Files.writeString(file, content);
    assertThatThrownBy(() -> SummarySet.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("set.tsv")
        .hasMessageContaining("expected");
  }
}
