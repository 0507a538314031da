package io.haidang.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.cluster.ClusterSettings;
import io.haidang.gateway.testing.TestCertificate;
import io.haidang.gateway.traces.TraceSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {

  @TempDir private Path home;

  @BeforeEach
  void models() throws IOException {
    Files.createDirectories(home.resolve("models/bundled"));
  }

  @Test
  void read_nothingConfigured_isTheEmbeddedSetup() {
    GatewayConfig config = GatewayConfig.read(null, Map.of(), home);

    assertThat(config.http().host()).isEqualTo("127.0.0.1");
    assertThat(config.http().port()).isEqualTo(8080);
    assertThat(config.databaseUrl()).startsWith("jdbc:h2:file:" + home.resolve("data/haidang"));
    assertThat(config.modelsFolder()).isEqualTo(home.resolve("models/bundled"));
  }

  @Test
  void read_environmentAndFile_environmentWins() throws IOException {
    Path file = write("http.port=9000\nworkers=3\n");

    GatewayConfig config = GatewayConfig.read(file, Map.of("HAIDANG_HTTP_PORT", "9001"), home);

    assertThat(config.http().port()).isEqualTo(9001);
    assertThat(config.workers()).isEqualTo(3);
  }

  @Test
  void read_office_isThatOfTheFirstAccounts() throws IOException {
    assertThat(GatewayConfig.read(write("office=Sở Ngoại vụ\n"), Map.of(), home).office())
        .isEqualTo(new Office("Sở Ngoại vụ"));
    assertThatThrownBy(() -> GatewayConfig.read(write("office=\n"), Map.of(), home))
        .hasMessageContaining("office: *** (expected: 1 to 100 characters on one line)");
  }

  @Test
  void read_cluster_isWhereNodesMeet() throws IOException {
    Path file =
        write(
            """
            cluster.address=127.0.0.2:5801
            cluster.members=127.0.0.2:5801,db-1:5701
            cluster.translate=false
            """);

    assertThat(GatewayConfig.read(file, Map.of(), home).cluster())
        .isEqualTo(
            new ClusterSettings("127.0.0.2", 5801, List.of("127.0.0.2:5801", "db-1:5701"), false));
  }

  @Test
  void read_clusterOnEveryNet_isRefused() throws IOException {
    Path file = write("cluster.address=0.0.0.0:5701\ncluster.members=somewhere\n");

    assertThatThrownBy(() -> GatewayConfig.read(file, Map.of(), home))
        .hasMessageContaining("cluster.address: 0.0.0.0:5701 (expected: ")
        .hasMessageContaining("cluster.members: somewhere (expected: ");
  }

  @Test
  void read_severalWrongValues_reportsAllOfThem() throws IOException {
    Path file = write("http.port=ninety\nworkers=0\ncolour=blue\nmodels.folder=nowhere\n");

    assertThatThrownBy(() -> GatewayConfig.read(file, Map.of(), home))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("http.port: ninety (expected: port, 0-65535)")
        .hasMessageContaining("workers: 0 (expected: threads, 1-64)")
        .hasMessageContaining("colour: unknown")
        .hasMessageContaining("models.folder: ");
  }

  @Test
  void read_tlsFiles_areFoundBesideTheConfiguration() throws Exception {
    TlsFiles files = TestCertificate.in(home).files();

    Path file = write("http.tls.certificate=desk.pem\nhttp.tls.key=desk.key\n");

    assertThat(GatewayConfig.read(file, Map.of(), home).http().tls()).contains(files);
  }

  @Test
  void read_tlsFilesOfOtherThings_areRefused() throws Exception {
    TestCertificate.in(home);

    assertThatThrownBy(
            () -> GatewayConfig.read(write("http.tls.certificate=desk.pem\n"), Map.of(), home))
        .hasMessageContaining("http.tls.key:  (expected: a readable PEM file, PKCS #8)");
    Path swapped = write("http.tls.certificate=desk.key\nhttp.tls.key=desk.pem\n");
    assertThatThrownBy(() -> GatewayConfig.read(swapped, Map.of(), home))
        .hasMessageContaining("http.tls.certificate: desk.key (expected: a readable PEM file)")
        .hasMessageContaining("http.tls.key: desk.pem (expected: a readable PEM file, PKCS #8)");
  }

  @Test
  void read_passwordInFile_isReadAndNeverShown() throws IOException {
    Path secret = Files.writeString(home.resolve("secret"), "s3cret\n");

    GatewayConfig config =
        GatewayConfig.read(null, Map.of("HAIDANG_DATABASE_PASSWORD", "file:" + secret), home);

    assertThat(config.databasePassword()).isEqualTo("s3cret");
    assertThat(config.toString()).doesNotContain("s3cret");
  }

  @Test
  void read_traces_areOffUnlessACollectorIsNamed() throws IOException {
    assertThat(GatewayConfig.read(null, Map.of(), home).traces()).isEmpty();
    assertThat(
            GatewayConfig.read(write("traces.percent=5\n"), Map.of("T", "Bearer t"), home).traces())
        .isEmpty();
    Path file =
        write(
            "traces.endpoint=http://127.0.0.1:4318\ntraces.authorization=env:T\ntraces.percent=5");

    assertThat(GatewayConfig.read(file, Map.of("T", "Bearer t"), home).traces())
        .contains(new TraceSettings(URI.create("http://127.0.0.1:4318/v1/traces"), "Bearer t", 5));
  }

  @Test
  void read_tracesThatGoNowhere_areRefused() throws IOException {
    Path file =
        write("traces.endpoint=localhost:4318\ntraces.authorization=env:T\ntraces.percent=0\n");

    assertThatThrownBy(() -> GatewayConfig.read(file, Map.of("T", "khoá"), home))
        .hasMessageContaining("traces.endpoint: localhost:4318 (expected: http://… or https://…)")
        .hasMessageContaining("traces.authorization: *** (expected: text, ASCII on one line)")
        .hasMessageContaining("traces.percent: 0 (expected: percent, 1-100)");
  }

  @Test
  void read_passwordInUnsetVariable_isRefused() {
    assertThatThrownBy(
            () -> GatewayConfig.read(null, Map.of("HAIDANG_DATABASE_PASSWORD", "env:NONE"), home))
        .hasMessage("database.password: env:NONE (expected: the name of a variable that is set)");
  }

  @Test
  void read_databaseOfAnotherKind_isRefusedWithoutShowingTheUrl() {
    assertThatThrownBy(
            () -> GatewayConfig.read(null, Map.of("HAIDANG_DATABASE_URL", "jdbc:other:x"), home))
        .hasMessage("database.url: *** (expected: jdbc:postgresql://… or nothing)");
  }

  @Test
  void documentation_everySetting_isListedAsItIs() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("haidang.repository"), "docs", "configuration.md"));

    for (Setting setting : Setting.values()) {
      assertThat(page)
          .contains(
              "| `%s` | `%s` | %s | %s | %s |"
                  .formatted(
                      setting.key(),
                      setting.variable(),
                      setting.form(),
                      setting.defaultValue().isEmpty()
                          ? "(empty)"
                          : "`" + setting.defaultValue() + "`",
                      setting.effect()));
    }
  }

  private Path write(String properties) throws IOException {
    return Files.writeString(home.resolve("haidang.properties"), properties);
  }
}
