package io.haidang.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TextKind;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.translation.document.DocumentFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final TextKind KIND = new TextKind(PAIR, DocumentFormat.HTML, Sensitivity.PUBLIC);

  @Test
  void engines_noRoute_areTheLocalModels() {
    assertThat(engines(List.of())).containsExactly("local");
  }

  @Test
  void engines_severalRoutes_areTheMostParticularOne() {
    Route<LanguagePair, DocumentFormat> any = new Route<>(null, null, null, List.of("any"));
    Route<LanguagePair, DocumentFormat> format =
        new Route<>(null, DocumentFormat.HTML, Sensitivity.PUBLIC, List.of("format"));
    Route<LanguagePair, DocumentFormat> pair = new Route<>(PAIR, null, null, List.of("pair"));
    Route<LanguagePair, DocumentFormat> label =
        new Route<>(PAIR, null, Sensitivity.PUBLIC, List.of("label"));
    Route<LanguagePair, DocumentFormat> foreign =
        new Route<>(LanguagePair.of("vi", "ja"), DocumentFormat.HTML, null, List.of("x"));

    assertThat(engines(List.of(any, foreign))).containsExactly("any");
    assertThat(engines(List.of(any, format))).containsExactly("format");
    assertThat(engines(List.of(pair, format, any))).containsExactly("pair");
    assertThat(engines(List.of(label, pair, any))).containsExactly("label");
  }

  private static List<String> engines(List<Route<LanguagePair, DocumentFormat>> routes) {
    return LiveRoutes.unchanged(new RouteTable<>(routes, List.of(RouteTable.LOCAL)))
        .engines(KIND.pair(), KIND.format(), KIND.sensitivity());
  }

  @Test
  void reach_ofEveryLabel_isFarForPublicTextsOnly() {
    for (Sensitivity label : Sensitivity.values()) {
      assertThat(new TextKind(PAIR, DocumentFormat.PLAIN, label).reach())
          .isEqualTo(label == Sensitivity.PUBLIC ? Locality.REMOTE : Locality.LOCAL);
    }
  }
}
