package io.haidang.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.remote.SpeechProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechConfigTest {

  private static final String SECRET = "sk-0123456789abcdef";

  @TempDir private Path home;

  @BeforeEach
  void models() throws IOException {
    Files.createDirectories(home.resolve("models/bundled"));
  }

  @Test
  void read_nothingSaid_hearsNothing() throws IOException {
    assertThat(read("")).isEmpty();
  }

  @Test
  void read_services_haveWhatIsSaidAndDefaults_inTheirOrder() throws IOException {
    List<SpeechProvider> speech =
        read(
            """
            speech.house.url = http://127.0.0.1:8000/v1
            speech.house.model = large-v3
            speech.house.local = true
            speech.away.model = whisper-1
            speech.away.key = env:OFFICE_KEY
            speech.away.price.minute = 0.006
            speech.away.timeout = 900
            """);

    assertThat(speech).extracting(SpeechProvider::name).containsExactly("house", "away");
    assertThat(speech.get(0).local()).isTrue();
    assertThat(speech.get(0).timeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(speech.get(1).url()).hasToString("https://api.openai.com/v1");
    assertThat(speech.get(1).local()).isFalse();
    assertThat(speech.get(1).key()).isEqualTo(SECRET);
    assertThat(speech.get(1).timeout()).isEqualTo(Duration.ofMinutes(15));
    assertThat(speech.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "speech.a.url=http://10.0.0.5/v1,speech.a.model",
    "speech.a.model=m;speech.a.local=true,speech.a.local",
    "speech.a.model=m;speech.a.local=yes,speech.a.local",
    "speech.a.model=m;speech.a.key=sk-0123456789abcdef,speech.a.key",
    "speech.a.model=m;speech.a.voice=x,speech.a.voice",
    "speech.model=m,speech.model",
    "speech.a.model=m;speech.a.timeout=0,speech.a.timeout",
    "speech.a.model=m;speech.a.price.minute=-1,speech.a.price.minute"
  })
  void read_somethingWrong_isToldWithItsKeyAndLine(String lines, String key) {
    assertThatThrownBy(() -> read(lines.replace(';', '\n')))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key + ":")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void documentation_everySetting_isListedAsItIs() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("haidang.repository"), "docs", "configuration.md"));

    for (SpeechSetting setting : SpeechSetting.values()) {
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
  }

  private List<SpeechProvider> read(String properties) throws IOException {
    Path file = Files.writeString(home.resolve("haidang.properties"), properties);
    return GatewayConfig.read(file, Map.of("OFFICE_KEY", SECRET), home).engines().speech();
  }
}
