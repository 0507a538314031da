package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deepl.api.ConfiguredRules;
import com.deepl.api.CustomInstruction;
import com.deepl.api.DeepLClient;
import com.deepl.api.DeepLClientOptions;
import com.deepl.api.DeepLException;
import com.deepl.api.GlossaryEntries;
import com.deepl.api.GlossaryInfo;
import com.deepl.api.GlossaryNotFoundException;
import com.deepl.api.MultilingualGlossaryDictionaryEntries;
import com.deepl.api.MultilingualGlossaryInfo;
import com.deepl.api.StyleRuleInfo;
import com.deepl.api.TextTranslationOptions;
import com.deepl.api.TranslationMemoryInfo;
import io.haidang.gateway.functional.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Word lists, style rules and the memory, by the client library that its maker publishes. */
class DeeplClientTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static DeepLClient client(String login) {
    String key = GATEWAY.gateway().accounts().createApiKey(GATEWAY.first(login).id(), "deepl");
    return new DeepLClient(
        key, (DeepLClientOptions) new DeepLClientOptions().setServerUrl(GATEWAY.address()));
  }

  private static DialectClient plain() {
    return DialectClient.deepl(GATEWAY, "editor");
  }

  @Test
  void glossary_madeByTheClient_isThereForItsAccountUntilItIsDeleted() throws Exception {
    DeepLClient client = client("editor");
    GlossaryEntries words = new GlossaryEntries(Map.of("cảng", "port", "A%=&", "B&=%"));

    GlossaryInfo made = client.createGlossary("Cảng", "vi", "en", words);

    assertThat(made.getEntryCount()).isEqualTo(2);
    assertThat(made.isReady()).isTrue();
    assertThat(client.getGlossary(made.getGlossaryId()).getName()).isEqualTo("Cảng");
    assertThat(client.getGlossaryEntries(made)).isEqualTo(words);
    assertThat(client.listGlossaries())
        .extracting(GlossaryInfo::getGlossaryId)
        .contains(made.getGlossaryId());
    assertThat(client("reviewer").listGlossaries()).isEmpty();
    assertThatThrownBy(() -> client("reviewer").getGlossary(made.getGlossaryId()))
        .isInstanceOf(GlossaryNotFoundException.class);
    client.deleteGlossary(made);
    assertThatThrownBy(() -> client.getGlossary(made.getGlossaryId()))
        .isInstanceOf(GlossaryNotFoundException.class);
  }

  @Test
  void glossary_ofSeveralDirections_isChangedPartByPart() throws Exception {
    DeepLClient client = client("editor");
    GlossaryEntries port = new GlossaryEntries(Map.of("cảng", "port"));
    MultilingualGlossaryInfo made =
        client.createMultilingualGlossary(
            "Cảng", List.of(new MultilingualGlossaryDictionaryEntries("vi", "en-GB", port)));
    String id = made.getGlossaryId();

    client.updateMultilingualGlossaryDictionary(
        id, "vi", "en", new GlossaryEntries(Map.of("cảng", "harbour", "tàu", "ship")));
    assertThat(client.getMultilingualGlossaryDictionaryEntries(id, "vi", "en").getEntries())
        .isEqualTo(new GlossaryEntries(Map.of("cảng", "harbour", "tàu", "ship")));
    client.replaceMultilingualGlossaryDictionary(id, "vi", "en", port);
    assertThat(client.updateMultilingualGlossaryName(id, "Port").getName()).isEqualTo("Port");
    assertThat(client.getMultilingualGlossary(id).getDictionaries())
        .singleElement()
        .satisfies(dictionary -> assertThat(dictionary.getEntryCount()).isEqualTo(1));
    client.deleteMultilingualGlossaryDictionary(id, "vi", "en");
    assertThat(client.listMultilingualGlossaries())
        .extracting(MultilingualGlossaryInfo::getGlossaryId)
        .contains(id);
    assertThat(client.listGlossaries()).extracting(GlossaryInfo::getGlossaryId).doesNotContain(id);
    client.deleteMultilingualGlossary(id);
  }

  @Test
  void text_withAGlossary_hasItsWordsAndTheOfficialNames() throws Exception {
    DeepLClient client = client("editor");
    GlossaryEntries words =
        new GlossaryEntries(Map.of("họp báo", "press gathering", "Sở Tài chính", "Money Office"));
    GlossaryInfo glossary = client.createGlossary("Báo", "vi", "en", words);
    String text = GATEWAY.secret("Sở Tài chính họp báo sáng nay.");

    String translated =
        client
            .translateText(text, "vi", "en-GB", new TextTranslationOptions().setGlossary(glossary))
            .getText();

    assertThat(translated).contains("Department of Finance").contains("press gathering");
    assertThat(client.translateText(text, "vi", "en-GB").getText())
        .doesNotContain("press gathering");
  }

  @Test
  void glossary_ofTenThousandWords_isTakenAsAFormAndEnforced() throws Exception {
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 10_000; i++) {
      many.put("mục số " + i, "item no. " + i);
    }
    DeepLClient client = client("editor");
    GlossaryInfo glossary = client.createGlossary("Mục", "vi", "en", new GlossaryEntries(many));

    assertThat(glossary.getEntryCount()).isEqualTo(10_000);
    assertThat(
            client
                .translateText(
                    "Xem mục số 7341.",
                    "vi",
                    "en-US",
                    new TextTranslationOptions().setGlossary(glossary))
                .getText())
        .contains("item no. 7341");
  }

  @Test
  void csv_withLanguages_isReadByTheRulesOfTheDialect() throws Exception {
    DeepLClient client = client("editor");

    GlossaryInfo made =
        client.createGlossaryFromCsv(
            "CSV", "vi", "en", "cảng,port,vi,en\n\"a \"\"b\"\"\",\"c, d\",VI,EN\nx,y,vi,de");

    assertThat(client.getGlossaryEntries(made))
        .isEqualTo(new GlossaryEntries(Map.of("cảng", "port", "a \"b\"", "c, d")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoà\ta\nhoà\tb",
        "hoà bình\ta\nNFD\tb",
        "a",
        "a\tb\tc",
        "a\tb\u0000",
        "a\tb\u202Ec",
        "a\t‹1›",
        "",
        "LONG\ta"
      })
  void entries_thatCannotBe_are400WithDetail(String entries) {
    String tsv =
        entries
            .replace("NFD", Normalizer.normalize("hoà bình", Normalizer.Form.NFD))
            .replace("LONG", "ệ".repeat(342));
    Answer answer =
        plain()
            .form(
                "/v2/glossaries",
                "name",
                "x",
                "source_lang",
                "vi",
                "target_lang",
                "en",
                "entries_format",
                "tsv",
                "entries",
                tsv);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).isNotEmpty();
    assertThat(answer.json().path("detail").asText()).isNotEmpty();
  }

  @Test
  void duplicate_isToldAsClientsKnowIt() {
    Answer answer =
        plain()
            .json(
                "/v3/glossaries",
                """
                {"name": "x", "dictionaries": [{"source_lang": "vi", "target_lang": "en",
                  "entries_format": "tsv", "entries": "cảng\\tport\\ncảng\\tharbour"}]}""");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText())
        .isEqualTo("Invalid glossary entries provided");
    assertThat(answer.json().path("detail").asText())
        .isEqualTo(
            "Key with the index 1 (starting at position 10) duplicates key with the index 0"
                + " (starting at position 0)");
  }

  @Test
  void cells_thatLookLikeFormulas_comeBackAsTheyAre() throws Exception {
    DeepLClient client = client("editor");
    GlossaryEntries words = new GlossaryEntries(Map.of("=1+1", "@SUM(A1)", "-a", "+b"));

    assertThat(client.getGlossaryEntries(client.createGlossary("F", "vi", "en", words)))
        .isEqualTo(words);
  }

  @Test
  void requests_thatCannotBe_areRefusedByName() {
    String unknown = "/v3/glossaries/96ab91fd-e715-41a1-adeb-5d701f84a483";

    assertRefused(plain().get(unknown), 404, "Glossary not found");
    assertRefused(plain().get("/v3/glossaries/invalid_glossary_id"), 400, "glossary_id");
    assertRefused(plain().get("/v2/glossaries/1-1-1-1-1"), 400, "glossary_id");
    assertRefused(plain().get(unknown + "/entries?source_lang=vi"), 400, "target_lang");
    assertRefused(
        plain().with("Accept", "application/json").get(unknown.replace("v3", "v2") + "/entries"),
        415,
        "Accept");
    assertRefused(
        plain().json("/v3/glossaries", "{\"name\": \"x\", \"dictionaries\": []}"),
        400,
        "dictionaries");
    assertRefused(created("en", "en", "tsv"), 400, "language pair");
    assertRefused(created("vi", "xx", "tsv"), 400, "target_lang");
    assertRefused(created("vi", "en", "xls"), 400, "entries_format");
    assertRefused(
        plain()
            .form(
                "/v2/translate",
                "text",
                "a",
                "target_lang",
                "en",
                "glossary_id",
                "96ab91fd-e715-41a1-adeb-5d701f84a483"),
        400,
        "source_lang");
  }

  private static Answer created(String source, String target, String format) {
    return plain()
        .form(
            "/v2/glossaries",
            "name",
            "x",
            "source_lang",
            source,
            "target_lang",
            target,
            "entries_format",
            format,
            "entries",
            "a\tb");
  }

  @Test
  void styleRule_madeByTheClient_isKeptAndChanged() throws Exception {
    DeepLClient client = client("editor");
    StyleRuleInfo made = client.createStyleRule("Báo chí", "en", null, null);
    String id = made.getStyleId();

    client.updateStyleRuleName(id, "Press");
    client.updateStyleRuleConfiguredRules(
        id,
        new ConfiguredRules(
            Map.of("calendar_era", "use_bc_and_ad"), null, null, null, null, null, null));
    CustomInstruction wish = client.createStyleRuleCustomInstruction(id, "Tone", "Be brief.", "vi");
    StyleRuleInfo read = client.getStyleRule(id);

    assertThat(read.getName()).isEqualTo("Press");
    assertThat(read.getVersion()).isEqualTo(4);
    assertThat(client.getStyleRuleCustomInstruction(id, String.valueOf(wish.getId())).getPrompt())
        .isEqualTo("Be brief.");
    assertThat(client.getAllStyleRules(0, 25, true))
        .extracting(StyleRuleInfo::getStyleId)
        .contains(id);
    assertThat(client("reviewer").getAllStyleRules()).isEmpty();
    assertThat(
            client
                .translateText(
                    "Cảng mở cửa.", "vi", "en-US", new TextTranslationOptions().setStyleId(id))
                .getText())
        .isNotEmpty();
    client.deleteStyleRule(id);
    assertThatThrownBy(() -> client.getStyleRule(id)).isInstanceOf(DeepLException.class);
  }

  @Test
  void styleRule_ofAnotherLanguageThanTheTarget_isRefused() throws Exception {
    String id = client("editor").createStyleRule("Presse", "de", null, null).getStyleId();

    assertRefused(
        plain().form("/v2/translate", "text", "Cảng", "target_lang", "en", "style_id", id),
        400,
        "Style rule language does not match");
  }

  @Test
  void styleRule_thatCannotBe_isRefusedByName() {
    assertRefused(
        plain().json("/v3/style_rules", "{\"name\": \"x\", \"language\": \"sw\"}"),
        400,
        "language");
    assertRefused(plain().json("/v3/style_rules", "{\"language\": \"en\"}"), 400, "name");
    assertRefused(
        plain()
            .json(
                "/v3/style_rules",
                "{\"name\": \"x\", \"language\": \"en\", \"configured_rules\": {\"a\": {}}}"),
        400,
        "configured_rules");
    assertRefused(plain().get("/v3/style_rules/x"), 400, "style_id");
    assertRefused(plain().get("/v3/style_rules?page_size=26"), 400, "page_size");
  }

  @Test
  void memory_namedByTheClient_isCheckedAndUsed() throws Exception {
    String tmx =
        "<tmx version=\"1.4\"><header srclang=\"vi\"/><body><tu><tuv xml:lang=\"vi\"><seg>"
            + GATEWAY.secret("Trời đẹp quá.")
            + "</seg></tuv><tuv xml:lang=\"en\"><seg>What a lovely day.</seg></tuv></tu></body></tmx>";
    GATEWAY
        .terminologist()
        .send(
            "POST",
            "memory/imports?name=x.tmx&vouched=true",
            "application/octet-stream",
            BodyPublishers.ofString(tmx));
    DeepLClient client = client("editor");
    TranslationMemoryInfo memory = client.listTranslationMemories().get(0);
    TextTranslationOptions options =
        new TextTranslationOptions()
            .setTranslationMemoryId(memory.getTranslationMemoryId())
            .setTranslationMemoryThreshold(80);

    assertThat(memory.getSourceLanguage()).isEqualTo("vi");
    assertThat(memory.getTargetLanguages()).containsExactly("en");
    assertThat(client.translateText("Trời đẹp quá.", "vi", "en-US", options).getText())
        .isEqualTo("What a lovely day.");
    String id = memory.getTranslationMemoryId();
    assertRefused(remembered("96ab91fd-e715-41a1-adeb-5d701f84a483", "80"), 404, "not found");
    assertRefused(remembered("x", "80"), 400, "translation_memory_id");
    assertRefused(remembered(id, "101"), 400, "translation_memory_threshold");
  }

  private static Answer remembered(String id, String threshold) {
    return plain()
        .form(
            "/v2/translate",
            "text",
            "a",
            "target_lang",
            "en",
            "translation_memory_id",
            id,
            "translation_memory_threshold",
            threshold);
  }

  private static void assertRefused(Answer answer, int status, String message) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("message").asText()).contains(message);
  }
}
