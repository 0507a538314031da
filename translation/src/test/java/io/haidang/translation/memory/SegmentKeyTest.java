package io.haidang.translation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.LanguagePair;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class SegmentKeyTest {

  /** Stored in databases: another value would hide what they hold. */
  @Test
  void key_ofASegment_neverChanges() {
    assertThat(SegmentKey.of(Entries.PAIR, "Cảng mới.")).isEqualTo(-3020463629834396126L);
  }

  @Test
  void key_codesSpacesAndComposition_doNotMatter_butWordsAndDirectionDo() {
    long key = SegmentKey.of(Entries.PAIR, "Cảng mới.");
    String decomposed = Normalizer.normalize(" Cảng\u00a0 mới. ", Normalizer.Form.NFD);
    assertThat(SegmentKey.of(Entries.PAIR, decomposed)).isEqualTo(key);
    assertThat(SegmentKey.of(Entries.PAIR, "Cảng ‹1›mới‹/1›.")).isEqualTo(key);
    assertThat(SegmentKey.of(Entries.PAIR, "cảng mới.")).isNotEqualTo(key);
    assertThat(SegmentKey.of(LanguagePair.of("vi", "fr"), "Cảng mới.")).isNotEqualTo(key);
  }
}
