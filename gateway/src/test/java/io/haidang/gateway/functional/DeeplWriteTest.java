package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.deepl.api.DeepLClient;
import com.deepl.api.DeepLClientOptions;
import com.deepl.api.TextRephraseOptions;
import com.deepl.api.WriteResult;
import com.deepl.api.WritingStyle;
import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.models.testing.ProviderWire;
import io.haidang.models.testing.ScriptedServer.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Better wordings, and wishes about the wording of translations, by a provider. */
class DeeplWriteTest {

  private static final String TEXT = "The Department of Finance will meets 300 firms tomorrow.";
  private static final String BETTER = "The Department of Finance will meet 300 firms tomorrow.";

  @RegisterExtension
  static final ScriptedProviders PROVIDERS =
      new ScriptedProviders(
          ScriptedProviders.provider("desk", "vi-en")
              + "route.vi-en.*.public=local,desk\nwrite.en.*.public=desk\n");

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway(PROVIDERS::settings);

  private static DialectClient client() {
    return DialectClient.deepl(GATEWAY, "editor").with("X-HaiDang-Sensitivity", "public");
  }

  private static void say(String text) {
    PROVIDERS.script(
        "desk",
        exchange ->
            ScriptedProviders.send(
                exchange, "{\"texts\":[{\"id\":\"t1\",\"text\":\"" + text + "\"}]}"));
  }

  private static Answer rephrased(DialectClient client, String text, String... more) {
    String[] fields = new String[more.length + 4];
    System.arraycopy(new String[] {"text", text, "target_lang", "en"}, 0, fields, 0, 4);
    System.arraycopy(more, 0, fields, 4, more.length);
    return client.form("/v2/write/rephrase", fields);
  }

  @Test
  void rephrase_publicText_isTheProvidersWording() throws Exception {
    say(BETTER);
    DeepLClientOptions options = new DeepLClientOptions();
    options.setServerUrl(GATEWAY.address());
    options.setHeaders(Map.of("X-HaiDang-Sensitivity", "public"));
    String key = GATEWAY.gateway().accounts().createApiKey(GATEWAY.first("editor").id(), "write");

    WriteResult result =
        new DeepLClient(key, options)
            .rephraseText(
                GATEWAY.secret(TEXT),
                "en-GB",
                new TextRephraseOptions().setWritingStyle(WritingStyle.Business.getValue()));

    assertThat(result.getText()).isEqualTo(BETTER);
    assertThat(result.getDetectedSourceLanguage()).isEqualTo("en");
    assertThat(result.getTargetLanguage()).isEqualTo("en-GB");
    Exchange sent = last();
    assertThat(sent.body()).contains("business");
  }

  @Test
  void rephrase_wordingWithAnotherFact_isNotTaken() {
    say("The Department of Finance will meet 301 firms tomorrow.");

    assertThat(rephrased(client(), TEXT).json().at("/improvements/0/text").asText())
        .isEqualTo(TEXT);
  }

  @Test
  void correct_publicText_isAskedForAsCorrection() {
    say(BETTER);

    JsonNode answer = client().form("/v2/write/correct", "text", TEXT, "target_lang", "EN").json();

    assertThat(answer.at("/improvements/0/text").asText()).isEqualTo(BETTER);
    assertThat(answer.at("/improvements/0/target_language").asText()).isEqualTo("en-US");
    assertThat(last().body()).contains("Correct mistakes");
  }

  @Test
  void rephrase_internalText_neverLeavesAndIsRefusedByName() {
    int before = PROVIDERS.connections();

    Answer answer = rephrased(DialectClient.deepl(GATEWAY, "editor"), TEXT);

    assertRefused(answer, "Text improvement");
    assertThat(PROVIDERS.connections()).isEqualTo(before);
  }

  @Test
  void rephrase_requestsThatCannotBe_areRefusedInTheWordsOfTheDialect() {
    assertRefused(
        client().form("/v2/write/rephrase", "text", "a", "target_lang", "lv"),
        "Value for 'target_lang' not supported");
    assertRefused(
        client().form("/v2/write/rephrase", "text", "a", "target_lang", "ja", "tone", "confident"),
        "Language ja does not support setting a tone");
    assertRefused(
        client()
            .form(
                "/v2/write/rephrase",
                "text",
                "a",
                "target_lang",
                "ja",
                "writing_style",
                "business"),
        "Language ja does not support setting a writing style");
    assertRefused(
        rephrased(client(), TEXT, "tone", "confident", "writing_style", "business"),
        "Both writing_style and tone defined");
    assertRefused(rephrased(client(), TEXT, "tone", "loud"), "Value for 'tone' not supported");
    assertRefused(
        rephrased(client(), "Sở Tài chính họp báo về ngân sách thành phố sáng nay."),
        "target_lang");
    assertRefused(
        client().form("/v2/write/rephrase", "text", "Der Hafen ist offen.", "target_lang", "de"),
        "Text improvement");
    assertRefused(client().form("/v2/write/rephrase", "target_lang", "en"), "text");
    assertThat(rephrased(client(), "x".repeat(10_001)).status()).isEqualTo(413);
  }

  @Test
  void translation_withWishes_goesToTheEngineThatReadsThem() {
    PROVIDERS.script("desk", ScriptedProviders::obey);
    String style =
        client()
            .json(
                "/v3/style_rules",
                """
                {"name": "Press", "language": "en", "configured_rules":
                  {"dates_and_times": {"calendar_era": "use_bc_and_ad"}},
                 "custom_instructions": [{"label": "a", "prompt": "Write briefly."}]}""")
            .json()
            .path("style_id")
            .asText();

    Answer answer =
        client()
            .form(
                "/v2/translate",
                "text",
                "Cảng mở cửa sáng nay.",
                "source_lang",
                "vi",
                "target_lang",
                "en",
                "style_id",
                style,
                "custom_instructions",
                "Use British spelling.");

    assertThat(answer.json().at("/translations/0/text").asText())
        .isEqualTo("CẢNG MỞ CỬA SÁNG NAY.");
    assertThat(data(last()).path("wishes"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "dates_and_times: calendar_era = use_bc_and_ad",
            "Write briefly.",
            "Use British spelling.");
  }

  private static Exchange last() {
    List<Exchange> exchanges = PROVIDERS.exchanges("desk");
    return exchanges.get(exchanges.size() - 1);
  }

  private static JsonNode data(Exchange exchange) {
    try {
      return ProviderWire.data(exchange);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(Answer answer, String message) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(message);
  }
}
