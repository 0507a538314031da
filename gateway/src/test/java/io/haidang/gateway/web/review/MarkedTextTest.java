package io.haidang.gateway.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.review.MarkedText.Mark;
import io.haidang.gateway.web.review.MarkedText.Name;
import io.haidang.gateway.web.review.MarkedText.Piece;
import io.haidang.gateway.web.review.MarkedText.Run;
import io.haidang.gateway.web.terms.NameNote;
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
                new Mark(new TextSpan(8, 24), Severity.ERROR)),
            List.of(new TextSpan(0, 9), new TextSpan(12, 30)));

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
                new Mark(new TextSpan(0, 2), Severity.ERROR)),
            List.of());

    assertThat(runs.get(0).pieces())
        .containsExactly(new Piece("12", false, Severity.ERROR, false, null));
  }

  @Test
  void of_markBeyondTheText_isLeftOut() {
    List<Run> runs =
        MarkedText.of(
            "ab",
            List.of(),
            List.of(new Mark(new TextSpan(1, 9), Severity.ERROR)),
            List.of(new TextSpan(0, 3)));

    assertThat(runs.get(0).pieces()).containsExactly(new Piece("ab", false, null, false, null));
  }

  @Test
  void of_unsureAcrossTheEdgesOfANameAndAFinding_isCutThere() {
    List<Run> runs =
        MarkedText.of(
            "in Hai Phong port",
            List.of(new Name(new TextSpan(3, 12), NOTE)),
            List.of(new Mark(new TextSpan(7, 15), Severity.WARNING)),
            List.of(new TextSpan(0, 6), new TextSpan(13, 17)));

    assertThat(runs).extracting(Run::name).containsExactly(null, NOTE, null);
    assertThat(runs.get(0).pieces()).containsExactly(new Piece("in ", false, null, true, null));
    assertThat(runs.get(1).pieces())
        .containsExactly(
            new Piece("Hai", false, null, true, null),
            new Piece(" ", false, null, false, null),
            new Piece("Phong", false, Severity.WARNING, false, null));
    assertThat(runs.get(2).pieces())
        .containsExactly(
            new Piece(" ", false, Severity.WARNING, false, null),
            new Piece("po", false, Severity.WARNING, true, null),
            new Piece("rt", false, null, true, null));
  }
}
