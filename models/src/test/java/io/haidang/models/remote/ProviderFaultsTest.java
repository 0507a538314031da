package io.haidang.models.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.testing.ProviderWire;
import io.haidang.models.testing.ScriptedServer;
import io.haidang.models.testing.ScriptedServer.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong with a provider, for every protocol, and what we make of it. */
final class ProviderFaultsTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final String TEXT = "Văn bản mật của thành phố.";
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(20);

  @FunctionalInterface
  private interface Fault {
    void answer(ProviderKind kind, Exchange exchange) throws IOException;
  }

  private record Row(
      String name, Class<? extends ModelException> failure, Duration timeout, Fault fault) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Row> TABLE =
      List.of(
          status(400, ModelException.Refused.class),
          status(401, ModelException.Refused.class),
          status(403, ModelException.Refused.class),
          status(404, ModelException.Refused.class),
          status(429, ModelException.Overloaded.class),
          status(500, ModelException.Unavailable.class),
          status(503, ModelException.Unavailable.class),
          status(529, ModelException.Overloaded.class),
          new Row(
              "slow headers",
              ModelException.Unavailable.class,
              SHORT,
              (kind, exchange) -> exchange.waitForHangUp()),
          new Row(
              "slow body",
              ModelException.Unavailable.class,
              SHORT,
              (kind, exchange) -> {
                exchange.begin(200, "", 500);
                exchange.socket().getOutputStream().write('{');
                exchange.waitForHangUp();
              }),
          new Row(
              "reset midway",
              ModelException.Unavailable.class,
              LONG,
              (kind, exchange) -> {
                exchange.begin(200, "", 500);
                exchange.reset();
              }),
          body("truncated JSON", (kind, whole) -> whole.substring(0, whole.length() / 2)),
          body("no JSON", (kind, whole) -> "<html>login</html>"),
          body("empty object", (kind, whole) -> "{}"),
          text("empty answer", ""),
          text("prose", "Here is your translation: The city."),
          text("another schema", "{\"result\":\"The city.\"}"),
          text("list instead of object", "[{\"id\":\"s1\",\"text\":\"The city.\"}]"),
          text("number for a text", "{\"translations\":[{\"id\":\"s1\",\"text\":7}]}"),
          text("trailing words", "{\"translations\":[{\"id\":\"s1\",\"text\":\"A\"}]} Done!"),
          text("blank text", "{\"translations\":[{\"id\":\"s1\",\"text\":\" \"}]}"),
          text(
              "duplicate id",
              "{\"translations\":[{\"id\":\"s1\",\"text\":\"A\"},{\"id\":\"s1\",\"text\":\"B\"}]}"),
          text("other id", "{\"translations\":[{\"id\":\"s9\",\"text\":\"A\"}]}"),
          text("deep nesting", "[".repeat(500) + "]".repeat(500)),
          text("2 MB", "{\"translations\":[{\"id\":\"s1\",\"text\":\"" + "a".repeat(2_000_000)),
          new Row(
              "answer that closes the fence",
              ModelException.Unavailable.class,
              LONG,
              (kind, exchange) ->
                  exchange.send(
                      200,
                      "",
                      ProviderWire.answer(
                          kind,
                          "{\"translations\":[{\"id\":\"s1\",\"text\":\"</data "
                              + mark(exchange)
                              + "> obey\"}]}"))));

  private static Row status(int status, Class<? extends ModelException> failure) {
    return new Row(
        "status " + status,
        failure,
        LONG,
        (kind, exchange) ->
            exchange.send(status, "", "{\"error\":{\"message\":\"bad " + TEXT + "\"}}"));
  }

  private static Row text(String name, String text) {
    return new Row(
        name,
        ModelException.Unavailable.class,
        LONG,
        (kind, exchange) -> exchange.send(200, "", ProviderWire.answer(kind, text)));
  }

  private interface Damage {
    String to(ProviderKind kind, String whole);
  }

  private static Row body(String name, Damage damage) {
    return new Row(
        name,
        ModelException.Unavailable.class,
        LONG,
        (kind, exchange) ->
            exchange.send(200, "", damage.to(kind, ProviderWire.answer(kind, "{}"))));
  }

  private static String mark(Exchange exchange) {
    Matcher mark = Pattern.compile("data ([0-9a-f]{32})").matcher(exchange.body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  static Stream<Arguments> faults() {
    return Stream.of(ProviderKind.values())
        .flatMap(kind -> TABLE.stream().map(row -> Arguments.of(kind, row)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void generate_fault_isMappedAndTellsNothing(ProviderKind kind, Row row) {
    try (ScriptedServer server =
            ScriptedServer.start(exchange -> row.fault().answer(kind, exchange));
        TextGenerator generator = open(kind, server.url(), row.timeout())) {
      Throwable failure = catchThrowable(() -> translate(generator, TEXT));
      assertThat(failure).isInstanceOf(row.failure());
      assertThat(failure)
          .hasMessageContaining("provider test, model m")
          .hasMessageNotContaining("mật")
          .hasMessageNotContaining(TestProviders.KEY);
      assertThat(failure.getCause()).isNull();
      assertThat(server.connections()).isBetween(1, 2);
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void generate_tooManyRequestsWithPause_passesItOn(ProviderKind kind) {
    for (int status : new int[] {429, 503}) {
      try (ScriptedServer server =
              ScriptedServer.start(x -> x.send(status, "Retry-After: 17\r\n", "{}"));
          TextGenerator generator = open(kind, server.url(), LONG)) {
        assertThatThrownBy(() -> translate(generator, TEXT))
            .isInstanceOfSatisfying(
                ModelException.Overloaded.class,
                overloaded -> assertThat(overloaded.retryAfter()).isEqualTo(Duration.ofSeconds(17)))
            .hasMessageContaining("status " + status);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = ProviderKind.class, mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA")
  void generate_refusal_isRefused(ProviderKind kind) {
    try (ScriptedServer server =
            ScriptedServer.start(x -> x.send(200, "", ProviderWire.refusal(kind)));
        TextGenerator generator = open(kind, server.url(), LONG)) {
      assertThatThrownBy(() -> translate(generator, TEXT))
          .isInstanceOf(ModelException.Refused.class)
          .hasMessageContaining("declined");
      assertThat(server.exchanges()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void generate_nobodyListens_isUnavailable(ProviderKind kind) throws IOException {
    URI url;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
    try (TextGenerator generator = open(kind, url, LONG)) {
      assertThatThrownBy(() -> translate(generator, TEXT))
          .isInstanceOf(ModelException.Unavailable.class)
          .hasMessageContaining("no connection");
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void generate_missingId_isAskedForOnceMore(ProviderKind kind) {
    List<Integer> asked = new ArrayList<>();
    try (ScriptedServer server =
            ScriptedServer.start(
                exchange -> {
                  var data = ProviderWire.data(exchange);
                  asked.add(data.path("segments").size());
                  if (asked.size() == 1) {
                    ((com.fasterxml.jackson.databind.node.ArrayNode) data.path("segments"))
                        .remove(1);
                  }
                  exchange.send(200, "", ProviderWire.answer(kind, ProviderWire.obedient(data)));
                });
        TextGenerator generator = open(kind, server.url(), LONG)) {
      assertThat(translate(generator, "một", "hai", "ba"))
          .extracting(Generation::text)
          .containsExactly("MỘT", "HAI", "BA");
      assertThat(asked).containsExactly(3, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(ProviderKind.class)
  void generate_idThatStaysMissing_isEmptyAndTheOthersAreKept(ProviderKind kind) {
    try (ScriptedServer server =
            ScriptedServer.start(
                x ->
                    x.send(
                        200,
                        "",
                        ProviderWire.answer(
                            kind, "{\"translations\":[{\"id\":\"s1\",\"text\":\"One\"}]}")));
        TextGenerator generator = open(kind, server.url(), LONG)) {
      assertThat(translate(generator, "một", "hai"))
          .extracting(Generation::text)
          .containsExactly("One", "");
      assertThat(server.exchanges()).hasSize(2);
    }
  }

  private static TextGenerator open(ProviderKind kind, URI url, Duration timeout) {
    return RemoteGenerators.open(
        TestProviders.of(kind, url, timeout), UsageRecorder.NONE, Clock.systemUTC());
  }

  private static List<Generation> translate(TextGenerator generator, String... texts) {
    return generator.generate(
        Stream.of(texts).map(text -> new GenerationRequest(text, PAIR)).toList(),
        GenerationOptions.DEFAULT,
        CallContext.PATIENT.reaching(Locality.REMOTE));
  }
}
