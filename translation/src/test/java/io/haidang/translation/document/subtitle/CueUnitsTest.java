package io.haidang.translation.document.subtitle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CueUnitsTest {

  private static final byte[] FILE =
      """
      WEBVTT

      00:01.000 --> 00:02.000
      <v Mai>Hội nghị có 45 đại biểu

      00:02.000 --> 00:03.000
      <v Mai>tham dự.

      00:03.000 --> 00:04.000

      00:04.000 --> 00:05.000
      - Xin chào.
      - Chào anh.
      """
          .getBytes(UTF_8);

  @Test
  void units_ofASentenceOverTwoCues_ofSilence_andOfTwoWhoSpeak() {
    List<List<Integer>> units = CueUnits.of(DocumentFormat.VTT, FILE);

    assertThat(units.get(0)).isEqualTo(units.get(1)).hasSize(1);
    assertThat(units.stream().flatMap(List::stream).distinct())
        .containsExactlyInAnyOrderElementsOf(
            SegmentedDocument.read(DocumentFormat.VTT, FILE, Locale.forLanguageTag("vi"))
                .units()
                .stream()
                .distinct()
                .toList());
  }
}
