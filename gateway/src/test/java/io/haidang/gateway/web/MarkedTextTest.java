package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.MarkedText.Mark;
import io.haidang.gateway.web.MarkedText.Name;
import io.haidang.gateway.web.MarkedText.Piece;
import io.haidang.gateway.web.MarkedText.Run;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  private static final NameNote NOTE =
      new NameNote(
          "n",
          "/glossary/concepts/x",
          "/glossary/concepts/x/panel",
          "Hai Phong",
          "",
          "",
          "",
          true,
          "");

  private static String joined(List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.pieces().stream())
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  @Test
  void of_overlappingMarksNamesAndCodes_losesNothing() {
    String text = "Tại ‹1›Hải Phòng‹/1› có 12 cảng.";

    List<Run> runs =
        MarkedText.of(
            text,
            List.of(new Name(new TextSpan(7, 16), NOTE)),
            List.of(
                new Mark(new TextSpan(5, 10), Severity.WARNING),
                new Mark(new TextSpan(8, 24), Severity.ERROR)));

    assertThat(joined(runs)).isEqualTo(text);
    assertThat(runs).filteredOn(run -> run.name() != null).hasSize(1);
    assertThat(runs.stream().flatMap(run -> run.pieces().stream()).filter(Piece::isCode))
        .extracting(Piece::text)
        .contains("‹/1›");
  }

  @Test
  void of_twoFindingsInOnePlace_showsTheWorse() {
    List<Run> runs =
        MarkedText.of(
            "12",
            List.of(),
            List.of(
                new Mark(new TextSpan(0, 2), Severity.WARNING),
                new Mark(new TextSpan(0, 2), Severity.ERROR)));

    assertThat(runs.get(0).pieces()).containsExactly(new Piece("12", false, Severity.ERROR));
  }

  @Test
  void of_markBeyondTheText_isLeftOut() {
    List<Run> runs =
        MarkedText.of("ab", List.of(), List.of(new Mark(new TextSpan(1, 9), Severity.ERROR)));

    assertThat(runs.get(0).pieces()).containsExactly(new Piece("ab", false, null));
  }
}
