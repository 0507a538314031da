package io.haidang.translation.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownFilterTest extends DocumentFilterContract {

  @Test
  void blocks_words_areUnitsAndTheRestStays() {
    SegmentedDocument document =
        markdown(
            """
            ---
            title: Giữ
            ---
            # Tin **mới**

            > Một đoạn
            > trên hai dòng với `mã`.

            | Cột | Số |
            |-----|---:|
            | a \\| b | 1 |

            ```
            giữ
            ```
            """);

    assertThat(document.segments())
        .containsExactly(
            "Tin ‹1›mới‹/1›", "Một đoạn trên hai dòng với ‹1/›.", "Cột", "Số", "a | b", "1");
  }

  @Test
  void merge_changedBlocks_standOnOneLineInTheirPlace() {
    SegmentedDocument document =
        markdown("* [ ] Xem [Hải Phòng][hp]\n  và [đây].\n\n[hp]: /hp\n[đây]: /day \"t\"\n");

    assertThat(document.segments()).containsExactly("Xem ‹1›Hải Phòng‹/1› và ‹2›đây‹/2›.");
    assertThat(merged(document, "See ‹1›the city‹/1› and ‹2›this‹/2›."))
        .isEqualTo("* [ ] See [the city][hp] and [this][đây].\n\n[hp]: /hp\n[đây]: /day \"t\"\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1. Not a list | 1\\. Not a list",
        "# Not a heading | \\# Not a heading",
        "- Not an item | \\- Not an item",
        "> Not a quote | \\> Not a quote",
        "*a* _b_ [c](d) <e> | \\*a\\* \\_b\\_ \\[c\\](d) \\<e>",
        "snake_case and 2 < 3 | snake_case and 2 \\< 3",
        "&amp; and a & b | \\&amp; and a & b",
        "a\\*b | a\\\\\\*b",
      })
  void words_likeMarkup_stayWords(String words, String written) {
    SegmentedDocument document = markdown("Chào\n");
    String merged = merged(document, words);

    assertThat(merged).isEqualTo(written + "\n");
    assertThat(markdown(merged).segments()).containsExactly(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x‹1› y‹/1›z", "‹1›‹2›one‹/2› two‹/1›", "‹2›‹/2›‹1›a‹/1›", "‹1›(a)‹/1›b ‹2›c‹/2›"})
  void codes_whereMarkdownHasNoMarkup_keepTheWords(String target) {
    SegmentedDocument document = markdown("Xem [một](/1) và [hai](/2) rồi.\n");
    String merged = merged(document, target);
    String words = target.replaceAll("‹/?\\d›", "").replace(" ", "");

    assertThat(String.join("", markdown(merged).segments()).replaceAll("‹/?\\d›| ", ""))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*a ", "**a ", "[", "![", "_a "})
  void nesting_hundredThousandLevels_isReadOrRefused(String level) {
    String deep = level.repeat(100_000) + "Chào";
    try {
      assertThat(markdown(deep).segments()).isNotEmpty();
    } catch (DocumentException e) {
      assertThat(e.reason())
          .isIn(DocumentException.Reason.TOO_DEEP, DocumentException.Reason.TOO_LARGE);
    }
  }

  @Test
  void onlyCode_hasNothingToTranslate() {
    assertThatThrownBy(() -> markdown("    mã\n")).isInstanceOf(DocumentException.class);
  }

  private static SegmentedDocument markdown(String text) {
    return SegmentedDocument.read(DocumentFormat.MARKDOWN, text, VI);
  }

  private static String merged(SegmentedDocument document, String... targets) {
    return document.mergeText(List.of(targets), Locale.ENGLISH);
  }
}
