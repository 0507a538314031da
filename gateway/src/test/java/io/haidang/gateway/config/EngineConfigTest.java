package io.haidang.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.engine.Route;
import io.haidang.models.LanguagePair;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.ProviderKind;
import io.haidang.summarization.Form;
import io.haidang.translation.document.DocumentFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineConfigTest {

  private static final String SECRET = "sk-0123456789abcdef";
  private static final Map<String, String> ENVIRONMENT = Map.of("OFFICE_KEY", SECRET);

  @TempDir private Path home;

  @BeforeEach
  void models() throws IOException {
    Files.createDirectories(home.resolve("models/bundled"));
  }

  @Test
  void read_nothingSaid_staysOnThisMachine() throws IOException {
    assertThat(read("").engines().providers()).isEmpty();
    assertThat(read("").engines().routes().routes()).isEmpty();
  }

  @Test
  void read_provider_hasWhatIsSaidAndDefaults() throws IOException {
    Provider provider =
        read("""
                provider.desk.kind = anthropic
                provider.desk.model = some-model
                provider.desk.key = env:OFFICE_KEY
                provider.desk.pairs = vi-en, vi-zh-Hant
                provider.desk.timeout = 90
                provider.desk.price.input = 3
                provider.desk.price.output = 15.5
                """)
            .engines()
            .providers()
            .get(0);

    assertThat(provider.name()).isEqualTo("desk");
    assertThat(provider.kind()).isEqualTo(ProviderKind.ANTHROPIC);
    assertThat(provider.url()).hasToString("https://api.anthropic.com/v1");
    assertThat(provider.key()).isEqualTo(SECRET);
    assertThat(provider.pairs())
        .containsExactlyInAnyOrder(LanguagePair.of("vi", "en"), LanguagePair.of("vi", "zh-Hant"));
    assertThat(provider.timeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(provider.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(provider.concurrency()).isEqualTo(2);
    assertThat(provider.prices().costMicros(1_000_000, 1_000_000)).isEqualTo(18_500_000);
  }

  @Test
  void read_routes_areForWhatTheirKeySays() throws IOException {
    GatewayConfig config =
        read(
            """
            provider.desk.kind = ollama
            provider.desk.model = m
            route.* = local
            route.vi-en = desk, local
            route.vi-en.html.public = desk
            """);

    assertThat(config.engines().routes().routes())
        .containsExactlyInAnyOrder(
            new Route<>(null, null, null, List.of("local")),
            new Route<>(LanguagePair.of("vi", "en"), null, null, List.of("desk", "local")),
            new Route<>(
                LanguagePair.of("vi", "en"),
                DocumentFormat.HTML,
                Sensitivity.PUBLIC,
                List.of("desk")));
  }

  @Test
  void read_writers_areForTheFormsThatTheirKeySays() throws IOException {
    GatewayConfig config =
        read(
            """
            provider.desk.kind = ollama
            provider.desk.model = m
            write.* = local
            write.vi.key-points.public = desk, local
            """);

    assertThat(config.engines().writers().routes())
        .containsExactlyInAnyOrder(
            new Route<>(null, null, null, List.of("local")),
            new Route<>(
                Locale.forLanguageTag("vi"),
                Form.KEY_POINTS,
                Sensitivity.PUBLIC,
                List.of("desk", "local")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provider.desk.kind=chat|provider.desk.kind: chat (expected: openai, ollama, anthropic, gemini or mistral), line 3
          provider.desk.url=ftp://x|provider.desk.url: ftp://x (expected: http:// or https://, host and path), line 3
          provider.desk.url=http://u:pw@host|provider.desk.url: *** (expected: http:// or https://, host and path), line 3
          provider.desk.model=|provider.desk.model: (missing) (expected: the provider's name of a model), line 3
          provider.desk.key=env:NONE|provider.desk.key: env:NONE (expected: the name of a variable that is set), line 3
          provider.desk.key=file:none|provider.desk.key: file:none (expected: a readable file), line 3
          provider.desk.key=file:blank|provider.desk.key: file:blank (expected: a key of printable ASCII without spaces behind it), line 3
          provider.desk.pairs=vi|provider.desk.pairs: vi (expected: FROM-TO, separated by commas), line 3
          provider.desk.timeout=0|provider.desk.timeout: 0 (expected: seconds, 1-600), line 3
          provider.desk.concurrency=many|provider.desk.concurrency: many (expected: calls, 1-64), line 3
          provider.desk.batch.tokens=9|provider.desk.batch.tokens: 9 (expected: tokens, 100-100000), line 3
          provider.desk.schema=yes|provider.desk.schema: yes (expected: true or false), line 3
          provider.desk.price.input=-1|provider.desk.price.input: -1 (expected: number, 0 or more), line 3
          provider.desk.colour=blue|provider.desk.colour: unknown (expected: provider.NAME. and one of kind, model, url
          provider.local.kind=openai|provider.local.kind: unknown
          provider.a b.kind=openai|provider.a: unknown
          route.vi-en=clavde|route.vi-en: clavde (expected: local and names of providers, each once: [desk]), line 3
          route.vi-en=|route.vi-en: (missing) (expected: local and names of providers, each once: [desk]), line 3
          route.vi-en=desk,desk|route.vi-en: desk,desk (expected: local and names of providers, each once: [desk]), line 3
          route.vi-ja=desk|route.vi-ja: desk (expected: engines for vi-ja; see provider.desk.pairs), line 3
          route.vi-en.doc=local|route.vi-en.doc: unknown (expected: route. and a direction or *
          route.vi-en.html.internal=desk,local|route.vi-en.html.internal: desk,local (expected: local; internal and secret texts never leave this machine), line 3
          route.*.*.secret=desk|route.*.*.secret: desk (expected: local; internal and secret texts never leave this machine), line 3
          write.vi-en=desk|write.vi-en: unknown (expected: write. and a language or *, then at will a form (.headline, .key-points) or .*
          write.vi.html=desk|write.vi.html: unknown (expected: write. and a language or *
          write.vi=clavde|write.vi: clavde (expected: extractive, local and names of providers, each once: [desk]), line 3
          write.vi.headline.secret=desk|write.vi.headline.secret: desk (expected: extractive, local; internal and secret texts never leave this machine), line 3
          provider.extractive.kind=openai|provider.extractive.kind: unknown
          http.port=ninety|http.port: ninety (expected: port, 0-65535), line 3
          """)
  void read_wrongValue_isRefusedWithItsLine(String line, String message) throws IOException {
    Files.writeString(home.resolve("blank"), "two words");
    String key = line.substring(0, line.indexOf('='));
    String usual =
        "provider.desk.kind=ollama\nprovider.desk.model=m\n"
            .replaceFirst("(?m)^" + java.util.regex.Pattern.quote(key) + "=.*$", "#");

    assertThatThrownBy(() -> read(usual + line + "\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void read_missingKindAndModel_areBothAskedFor() {
    assertThatThrownBy(() -> read("provider.desk.timeout=5\n"))
        .hasMessageContaining("provider.desk.kind: (missing) (expected: openai, ollama")
        .hasMessageContaining("provider.desk.model: (missing) (expected:");
  }

  @Test
  void read_keyItself_isRefusedAndNotRepeated() {
    assertThatThrownBy(
            () ->
                read(
                    "provider.desk.kind=openai\nprovider.desk.model=m\nprovider.desk.key="
                        + SECRET))
        .hasMessage(
            "provider.desk.key: *** (expected: env:NAME or file:PATH; a key does not belong into"
                + " this file), line 3")
        .message()
        .doesNotContain(SECRET);
  }

  @Test
  void read_sameRouteOrKeyTwice_isRefused() {
    assertThatThrownBy(() -> read("route.vi-en=local\nroute.vi-en.*=local\n"))
        .hasMessage("route.vi-en.*: given twice (expected: one route for the same texts), line 2");
    assertThatThrownBy(() -> read("workers=1\nworkers=2\n"))
        .hasMessage("workers: given twice (expected: once), line 2");
  }

  @Test
  void read_valueOverSeveralLines_isOneValueAndLinesGoOnCounting() throws IOException {
    String text =
        """
        # a comment that ends like a continued line \\
        provider.desk.kind=ollama
        provider.desk.model=m
        provider.desk.pairs=vi-en,\\
          vi-de
        http.port=x
        """;

    assertThatThrownBy(() -> read(text)).hasMessageEndingWith("line 6");
    assertThat(read(text.replace("=x", "=1")).engines().providers().get(0).pairs()).hasSize(2);
  }

  @Test
  void config_shown_hidesEveryKey() throws IOException {
    Files.writeString(home.resolve("key"), SECRET + "\n");
    GatewayConfig config =
        read(
            """
            provider.desk.kind=openai
            provider.desk.model=m
            provider.desk.key=file:key
            route.vi-en=desk,local
            """);

    assertThat(config.engines().providers().get(0).key()).isEqualTo(SECRET);
    assertThat(config.toString()).doesNotContain(SECRET);
    assertThat(config.engines().toString()).doesNotContain(SECRET).contains("desk");
  }

  @Test
  void documentation_everySetting_isListedAsItIs() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("haidang.repository"), "docs", "configuration.md"));

    for (ProviderSetting setting : ProviderSetting.values()) {
      assertThat(page)
          .contains(
              "| `%s` | %s | %s | %s |"
                  .formatted(
                      setting.key("NAME"),
                      setting.form(),
                      setting.defaultValue().isEmpty()
                          ? "(empty)"
                          : "`" + setting.defaultValue() + "`",
                      setting.effect()));
    }
    assertThat(page).contains(RouteReader.FORMS.stream().map(form -> "`" + form + "`").toList());
  }

  private GatewayConfig read(String properties) throws IOException {
    Path file = Files.writeString(home.resolve("haidang.properties"), properties);
    return GatewayConfig.read(file, ENVIRONMENT, home);
  }
}
