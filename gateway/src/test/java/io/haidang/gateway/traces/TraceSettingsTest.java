package io.haidang.gateway.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:4318,http://127.0.0.1:4318/v1/traces",
    "http://127.0.0.1:4318/,http://127.0.0.1:4318/v1/traces",
    "https://otel.city.vn/in/traces,https://otel.city.vn/in/traces"
  })
  void endpoint_withoutAPath_getsTheUsualOne(String configured, String used) {
    assertThat(new TraceSettings(URI.create(configured), "", 100).endpoint()).hasToString(used);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:4318", "grpc://a:4317", "http://", "http://u:p@a", "http://a?key=b"})
  void endpoint_thatIsNone_isRefused(String text) {
    assertThat(TraceSettings.isEndpoint(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void percent_outOfRange_isRefused(int percent) {
    assertThatThrownBy(() -> new TraceSettings(URI.create("http://a"), "", percent))
        .hasMessage("traces.percent: " + percent + " (expected: 1-100)");
  }

  @Test
  void authorization_isNeverShown() {
    assertThat(new TraceSettings(URI.create("http://a"), "Bearer s3cret", 10).toString())
        .contains("http://a/v1/traces", "10 %")
        .doesNotContain("s3cret");
    assertThatThrownBy(() -> new TraceSettings(URI.create("http://a"), "s3cret\nb", 10))
        .hasMessageContaining("traces.authorization: ***")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void nobodyTracing_makesNothing() throws Exception {
    Span span = Tracer.NONE.begin(Step.JOB).put(Attribute.SEGMENTS, 1).named("a", "b");

    assertThat(span).isSameAs(Span.NONE);
    assertThat(span.traceparent()).isEmpty();
    assertThat(span.within(Map::of).call()).isEqualTo(Map.of());
  }
}
