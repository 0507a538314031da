package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packages of others that content management systems install, as their makers published them:
 * each translates a text here, told nothing but an address and a key. {@code .ci/run} installs
 * them.
 */
class ClientPackagesTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static final String TEXT = "Sở Tài chính thành phố Hải Phòng họp báo ngày 12 tháng 5.";

  private static final Path CLIENTS =
      Path.of(System.getProperty("haidang.repository"), "gateway/src/test/clients");

  private static JsonNode results;

  @BeforeAll
  static void translateWithEach() throws IOException, InterruptedException {
    boolean installed = Files.isDirectory(CLIENTS.resolve("node_modules"));
    assumeTrue(
        installed || Boolean.parseBoolean(System.getenv("CI")),
        "packages: not installed here (expected: npm ci in gateway/src/test/clients)");
    results = JsonMapper.builder().build().readTree(run());
  }

  /** One process for all. */
  private static String run() throws IOException, InterruptedException {
    ProcessBuilder node = new ProcessBuilder("node", "clients.mjs").directory(CLIENTS.toFile());
    Map<String, String> environment = node.environment();
    environment.put("HAIDANG_URL", GATEWAY.address());
    environment.put("HAIDANG_TEXT", GATEWAY.secret(TEXT));
    environment.put(
        "HAIDANG_KEY",
        GATEWAY.gateway().accounts().createApiKey(GATEWAY.first("editor").id(), "packages"));
    Process process = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  @ParameterizedTest
  @CsvSource({
    "strapi-provider-translate-deepl, 2",
    "strapi-provider-translate-libretranslate, 2",
    "@payload-enchants/translator, 2",
    "translate, 1",
    "libretranslate, 1"
  })
  void client_addressAndKey_translatesWithOfficialNames(String name, int texts) {
    JsonNode result = results.path(name);
    assertThat(result.path("error").asText()).as(name).isEmpty();
    assertThat(result.path("texts")).as(name).hasSize(texts);
    result
        .path("texts")
        .forEach(text -> assertThat(text.asText()).contains("Department of Finance", "12"));
  }

  @Test
  void client_html_keepsItsTags() {
    for (String name :
        List.of("strapi-provider-translate-deepl", "strapi-provider-translate-libretranslate")) {
      assertThat(results.at("/" + name + "/texts/1").asText()).startsWith("<p>").endsWith("</p>");
    }
  }
}
