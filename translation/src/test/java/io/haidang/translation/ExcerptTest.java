package io.haidang.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExcerptTest {

  private static final List<String> DOCUMENT = List.of("a", "b", "a", "c", "d");

  @Test
  void whole_isEverySegmentWithItsNeighbours() {
    Excerpt whole = Excerpt.whole(DOCUMENT);
    assertThat(whole.texts()).isEqualTo(DOCUMENT);
    assertThat(whole.before(0, 2)).isEmpty();
    assertThat(whole.before(3, 2)).containsExactly("b", "a");
    assertThat(whole.after(3, 2)).containsExactly("d");
    assertThat(whole.after(4, 2)).isEmpty();
  }

  @Test
  void only_ofARange_keepsTheNeighboursOfItsOwnPlace() {
    Excerpt second = Excerpt.range(DOCUMENT, 1, 5).only(List.of(1, 3));
    assertThat(second.texts()).containsExactly("a", "d");
    assertThat(second.before(0, 1)).containsExactly("b");
    assertThat(second.after(0, 1)).containsExactly("c");
  }

  @Test
  void places_outsideOrNotGrowing_areRefused() {
    assertThatThrownBy(() -> new Excerpt(DOCUMENT, List.of(5)))
        .hasMessage("place: 5 (expected: growing, below 5)");
    assertThatThrownBy(() -> new Excerpt(DOCUMENT, List.of(2, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Excerpt.range(DOCUMENT, -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
