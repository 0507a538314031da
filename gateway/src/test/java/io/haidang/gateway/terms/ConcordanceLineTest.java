package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcordanceLineTest {

  private static final int AROUND = ConcordanceLine.AROUND;

  @Test
  void line_ofAShortSegment_isTheSegment() {
    assertThat(ConcordanceLine.of(3, "Tại Hạ Long, hạ long.", "hạ long"))
        .isEqualTo(new ConcordanceLine(3, "Tại ", "Hạ Long", ", hạ long."));
  }

  @Test
  void line_ofALongSegment_isCutBetweenWords() {
    String words = "một hai ba ".repeat(50);

    ConcordanceLine line = ConcordanceLine.of(0, words + "Hạ Long " + words, "Hạ Long");

    assertThat(line.before()).startsWith("… ").endsWith(" ba ").hasSizeBetween(AROUND - 5, AROUND);
    assertThat(line.wording()).isEqualTo("Hạ Long");
    assertThat(line.after()).startsWith(" một ").endsWith(" …").hasSizeBetween(AROUND - 5, AROUND);
    assertThat(words).endsWith(line.before().substring(1));
  }

  @Test
  void line_withoutSpaces_cutsNoCharacterInTwo() {
    for (String shift : new String[] {"", "x"}) {
      String lamps = "💡".repeat(200);

      ConcordanceLine line = ConcordanceLine.of(0, lamps + shift + "HAI" + shift + lamps, "HAI");

      assertThat(line.before()).matches("…💡+x?").hasSizeBetween(AROUND - 2, AROUND);
      assertThat(line.after()).matches("x?💡+…").hasSizeBetween(AROUND - 2, AROUND);
    }
  }

  @Test
  void line_whoseCapitalsAreNotFound_isTheBeginning() {
    String text = "İstanbul dự hội nghị.";

    assertThat(ConcordanceLine.of(0, text, "i̇stanbul"))
        .isEqualTo(new ConcordanceLine(0, "", "", text));
  }
}
