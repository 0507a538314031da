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
    assertThat(new RouteTable(List.of()).engines(KIND)).containsExactly("local");
  }

  @Test
  void engines_severalRoutes_areTheMostParticularOne() {
    Route any = new Route(null, null, null, List.of("any"));
    Route format = new Route(null, DocumentFormat.HTML, Sensitivity.PUBLIC, List.of("format"));
    Route pair = new Route(PAIR, null, null, List.of("pair"));
    Route label = new Route(PAIR, null, Sensitivity.PUBLIC, List.of("label"));
    Route foreign = new Route(LanguagePair.of("vi", "ja"), DocumentFormat.HTML, null, List.of("x"));

    assertThat(new RouteTable(List.of(any, foreign)).engines(KIND)).containsExactly("any");
    assertThat(new RouteTable(List.of(any, format)).engines(KIND)).containsExactly("format");
    assertThat(new RouteTable(List.of(pair, format, any)).engines(KIND)).containsExactly("pair");
    assertThat(new RouteTable(List.of(label, pair, any)).engines(KIND)).containsExactly("label");
  }

  @Test
  void reach_ofEveryLabel_isFarForPublicTextsOnly() {
    for (Sensitivity label : Sensitivity.values()) {
      assertThat(new TextKind(PAIR, DocumentFormat.PLAIN, label).reach())
          .isEqualTo(label == Sensitivity.PUBLIC ? Locality.REMOTE : Locality.LOCAL);
    }
  }
}
