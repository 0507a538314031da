package io.haidang.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.Generation.UncertainSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TranslatedSegmentTest {

  @Test
  void withSimilarity_keepsEverythingElse() {
    Provenance provenance = new Provenance("engine", "1", "", "release", false, 3);
    List<UncertainSpan> uncertain = List.of(new UncertainSpan(0, 5, -2.5));
    TranslatedSegment segment =
        new TranslatedSegment("Mưa.", "Rains.", -0.5, uncertain, List.of(), provenance);
    TranslatedSegment compared = segment.withSimilarity(0.75, List.of());
    assertThat(compared.similarity()).isEqualTo(0.75);
    assertThat(compared.uncertain()).isEqualTo(uncertain);
    assertThat(compared).usingRecursiveComparison().ignoringFields("similarity").isEqualTo(segment);
  }
}
