package io.haidang.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostEditTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|the port is open|the port is open|0|4",
        "en|the port is open|the new port is open now|2|6",
        "en|the port is open|the harbour is closed|2|4",
        "en|18.500 ships|18.200 ships|1|2",
        "en|Red Flamboyant Festival|The Red Flamboyant Festival.|2|5",
        "vi|cảng mở cửa|cảng đã mở cửa|1|4",
        "ja|港は開いた|港が開いた|1|5",
        "zh|海防 2026 年|海防2025年|1|4",
        "en||a new text|3|3",
        "en|a new text||3|0",
      })
  void of_twoTexts_countsTheFewestEdits(
      String language, String machine, String approved, long edits, long words) {
    PostEdit edit =
        PostEdit.of(
            machine == null ? "" : machine,
            approved == null ? "" : approved,
            Locale.forLanguageTag(language));
    assertThat(edit).isEqualTo(new PostEdit(edits, words));
  }

  @Test
  void rate_ofSeveral_isThatOfAllWords() {
    PostEdit all = new PostEdit(1, 4).plus(new PostEdit(0, 16)).plus(PostEdit.NONE);
    assertThat(all.rate()).isEqualTo(0.05);
    assertThat(PostEdit.NONE.rate()).isZero();
  }
}
