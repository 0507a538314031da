package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts in the DeepL dialect, with the bundled model. */
class DeeplTextTest {

  private static final String TEXT = "Sở Tài chính họp báo sáng nay.";

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static DialectClient client() {
    return DialectClient.deepl(GATEWAY, "editor");
  }

  @Test
  void texts_several_areTranslatedInTheirOrder() {
    Answer answer =
        client()
            .form(
                "/v2/translate",
                "text",
                GATEWAY.secret(TEXT),
                "text",
                "12/5",
                "text",
                "The port is open.",
                "target_lang",
                "En",
                "show_billed_characters",
                "1");
    JsonNode texts = translations(answer);
    assertThat(texts.at("/0/text").asText()).contains("Department of Finance");
    assertThat(texts.at("/0/detected_source_language").asText()).isEqualTo("VI");
    assertThat(texts.at("/0/billed_characters").asInt()).isEqualTo(TEXT.length());
    assertThat(texts.at("/1/text").asText()).isEqualTo("12/5");
    assertThat(texts.at("/2/text").asText()).isEqualTo("The port is open.");
    assertThat(texts.at("/2/detected_source_language").asText()).isEqualTo("EN");
  }

  @Test
  void texts_withTags_keepThem() {
    String xml = "<x id=\"7\"></x> " + TEXT + " <raw>Sở Y tế</raw>";
    JsonNode tagged =
        translations(
            client()
                .json(
                    "/v1/translate",
                    """
                    { "text": ["%s"], "source_lang": "VI", "target_lang": "EN-GB",
                      "formality": "default", "tag_handling": "xml", "ignore_tags": ["x", "raw"],
                      "tag_handling_version": "v2", "model_type": "prefer_quality_optimized" }"""
                        .formatted(xml.replace("\"", "\\\""))));
    assertThat(tagged.at("/0/text").asText())
        .contains("<x id=\"7\"></x>", "Department of Finance", "<raw>Sở Y tế</raw>");
    assertThat(tagged.at("/0/tag_handling_version").asText()).isEqualTo("v2");
    assertThat(tagged.at("/0/model_type_used").asText()).isEqualTo("quality_optimized");
    assertThat(tagged.at("/0").has("billed_characters")).isFalse();
    JsonNode html =
        translations(
            client()
                .get(
                    "/v2/translate?"
                        + DialectClient.encoded(
                            "text",
                            "<p>" + TEXT + "</p><p translate=\"no\">Sở Y tế</p>",
                            "target_lang",
                            "EN",
                            "tag_handling",
                            "html")));
    assertThat(html.at("/0/text").asText())
        .startsWith("<p>")
        .contains("Department of Finance")
        .endsWith("<p translate=\"no\">Sở Y tế</p>");
  }

  @Test
  void parameter_thatCannotBe_isRefusedByName() {
    assertRefused("target_lang", "text", TEXT);
    assertRefused("target_lang", "text", TEXT, "target_lang", "xx");
    assertRefused("target_lang", "text", TEXT, "target_lang", "e n");
    assertRefused("source_lang", "text", TEXT, "target_lang", "EN", "source_lang", "xx");
    assertRefused("text", "target_lang", "EN");
    assertRefused("formality", "text", TEXT, "target_lang", "EN", "formality", "more");
    assertRefused("formality", "text", TEXT, "target_lang", "EN", "formality", "loud");
    assertRefused("split_sentences", "text", TEXT, "target_lang", "EN", "split_sentences", "2");
    assertRefused(
        "preserve_formatting", "text", "a", "target_lang", "EN", "preserve_formatting", "2");
    assertRefused("tag_handling", "text", TEXT, "target_lang", "EN", "tag_handling", "md");
    assertRefused("outline_detection", "text", TEXT, "target_lang", "EN", "outline_detection", "");
    assertRefused("model_type", "text", TEXT, "target_lang", "EN", "model_type", "best");
    assertRefused(
        "custom_instructions", "text", "a", "target_lang", "EN", "custom_instructions", "x");
    assertRefused(
        "splitting_tags",
        "text",
        "a",
        "target_lang",
        "EN",
        "tag_handling",
        "html",
        "splitting_tags",
        "p");
    assertRefused("end tag", "text", "</a>", "target_lang", "EN", "tag_handling", "xml");
  }

  @Test
  void text_tooLong_is413() {
    Answer answer =
        client().form("/v2/translate", "text", "a ".repeat(70_000), "target_lang", "EN");
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void review_wanted_isADraftToo() {
    Answer answer =
        client()
            .with("X-HaiDang-Review", "1")
            .with("X-HaiDang-Text-Date", "2026-03-02")
            .form("/v2/translate", "text", GATEWAY.secret(TEXT), "target_lang", "EN-US");
    translations(answer);
    String target = answer.header("X-HaiDang-Review");
    GATEWAY.awaitState(target, "in-review");
    assertThat(GATEWAY.editor().get("targets/" + target).path("language").asText()).isEqualTo("en");
  }

  @Test
  void headers_thatCannotBe_areRefusedByName() {
    for (String header :
        new String[] {"X-HaiDang-Review", "X-HaiDang-Sensitivity", "X-HaiDang-Text-Date"}) {
      Answer answer =
          client().with(header, "?").form("/v2/translate", "text", "a", "target_lang", "EN");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("message").asText()).contains(header);
    }
  }

  private static void assertRefused(String name, String... fields) {
    Answer answer = client().form("/v2/translate", fields);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(name);
  }

  private static JsonNode translations(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("translations");
  }
}
