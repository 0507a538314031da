package io.haidang.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.translation.SegmentDiff.Change;
import io.haidang.translation.WordDiff.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentDiffTest {

  @Test
  void inPlace_tellsOfSegmentsWhoseWordsChanged() {
    List<Change> changes =
        SegmentDiff.inPlace(
            List.of("One port.", "‹1›Two‹/1› ships.", "Three."),
            List.of("One port.", "Two ‹1›ships‹/1›.", "Four."));

    assertThat(changes).extracting(Change::before, Change::after).containsExactly(tuple(2, 2));
    assertThat(changes.get(0).parts())
        .contains(
            new Part(WordDiff.Change.REMOVED, "Three"), new Part(WordDiff.Change.ADDED, "Four"));
  }

  @Test
  void aligned_segmentsThatCameAndWent_leaveTheOthersAsTheyAre() {
    List<Change> changes =
        SegmentDiff.aligned(
            List.of("A", "B old.", "C", "gone", "D"), List.of("new", "A", "B new.", "C", "D"));

    assertThat(changes)
        .extracting(Change::before, Change::after)
        .containsExactly(tuple(SegmentDiff.NONE, 0), tuple(1, 2), tuple(3, SegmentDiff.NONE));
    assertThat(changes.get(0).parts()).containsExactly(new Part(WordDiff.Change.ADDED, "new"));
  }

  @Test
  void aligned_equalTexts_haveNoChanges() {
    assertThat(SegmentDiff.aligned(List.of("A", "B"), List.of("A", "B"))).isEmpty();
  }
}
