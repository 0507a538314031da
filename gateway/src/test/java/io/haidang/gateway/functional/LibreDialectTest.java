package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients made for LibreTranslate ask for, and the answers that they understand. */
class LibreDialectTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static final String TEXT = "Hội nghị có 45 đại biểu tham dự.";
  private static final String ENGLISH = "The delegation visited the new container terminal.";

  private static DialectClient client;
  private static String key;

  @BeforeAll
  static void makeKey() {
    key = GATEWAY.gateway().accounts().createApiKey(GATEWAY.first("editor").id(), "libre");
    client = new DialectClient(GATEWAY.address() + "/libretranslate");
  }

  @Test
  void translate_json_isAnsweredInItsShape() {
    JsonNode answer = ok(translate("\"q\": \"" + secret(TEXT) + "\", \"source\": \"vi\""));
    assertThat(answer.path("translatedText").asText()).contains("45");
    assertThat(answer.size()).isEqualTo(1);
  }

  @Test
  void translate_list_isAnsweredWithAListOfEqualLength() {
    JsonNode answer =
        ok(
            translate(
                "\"q\": [\""
                    + secret(TEXT)
                    + "\", \"\", \""
                    + ENGLISH
                    + "\"], \"source\": \"auto\""));
    assertThat(answer.path("translatedText")).hasSize(3);
    assertThat(answer.at("/translatedText/0").asText()).contains("45");
    assertThat(answer.at("/translatedText/1").asText()).isEmpty();
    assertThat(answer.at("/translatedText/2").asText()).isEqualTo(ENGLISH);
    assertThat(answer.path("detectedLanguage").findValuesAsText("language"))
        .containsExactly("vi", "vi", "en");
    assertThat(answer.at("/detectedLanguage/0/confidence").asInt()).isBetween(90, 100);
    assertThat(answer.at("/detectedLanguage/1/confidence").asInt()).isZero();
  }

  @Test
  void translate_alternatives_areOtherTextsWithTheOfficialName() {
    String text = secret("Sở Tài chính họp báo sáng nay về kế hoạch mới.");
    JsonNode answer =
        ok(translate("\"q\": \"" + text + "\", \"source\": \"vi\", \"alternatives\": 3"));
    JsonNode alternatives = answer.path("alternatives");
    assertThat(alternatives.size()).isBetween(1, 3);
    alternatives.forEach(
        other ->
            assertThat(other.asText())
                .contains("Department of Finance")
                .isNotEqualTo(answer.path("translatedText").asText()));
    JsonNode batch =
        ok(translate("\"q\": [\"" + text + "\", \"12\"], \"source\": \"vi\", \"alternatives\": 1"));
    assertThat(batch.at("/alternatives/0")).hasSize(1);
    assertThat(batch.at("/alternatives/1")).isEmpty();
  }

  @Test
  void translate_form_isReadLikeJson() {
    Answer answer =
        client.form(
            "/translate", "q", secret(TEXT), "source", "auto", "target", "en", "api_key", key);
    assertThat(ok(answer).path("translatedText").asText()).contains("45");
    assertThat(answer.json().at("/detectedLanguage/language").asText()).isEqualTo("vi");
  }

  @Test
  void translate_html_keepsItsTags() {
    JsonNode answer =
        ok(
            translate(
                "\"q\": \"<p>"
                    + secret(TEXT)
                    + "</p><hr>\", \"source\": \"vi\", \"format\": \"html\""));
    assertThat(answer.path("translatedText").asText()).startsWith("<p>").endsWith("</p><hr>");
  }

  @Test
  void translate_officialName_isTheOfficialOne() {
    JsonNode answer =
        ok(translate("\"q\": \"Sở Tài chính họp báo sáng nay.\", \"source\": \"vi\""));
    assertThat(answer.path("translatedText").asText()).contains("Department of Finance");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source=vi&target=en                   | Invalid request: missing q parameter",
        "q=&source=vi&target=en                | Invalid request: missing q parameter",
        "q=a&target=en                         | Invalid request: missing source parameter",
        "q=a&source=vi                         | Invalid request: missing target parameter",
        "q=a&source=vi&target=zz               | zz is not supported",
        "q=a&source=zz&target=en               | zz is not supported",
        "q=a&source=vi&target=auto             | auto is not supported",
        "q=a&source=vi&target=en&format=pdf    | pdf format is not supported",
        "q=a&source=vi&target=en&alternatives=x | Invalid request: alternatives parameter is not a number",
        "q=a&source=vi&target=en&alternatives=9 | Invalid request: alternatives parameter must be <= 3",
      })
  void translate_whatCannotBe_isRefusedInTheirWords(String fields, String error) {
    String form = fields + "&api_key=" + key;
    Answer answer = client.send("POST", "/translate", "application/x-www-form-urlencoded", form);
    refused(answer, 400, error);
  }

  @Test
  void translate_tooMuch_namesSizeAndLimit() {
    String text = "a".repeat(131_073);
    refused(
        translate("\"q\": \"" + text + "\", \"source\": \"vi\""),
        400,
        "Invalid request: request (131073) exceeds text limit (131072)");
  }

  @Test
  void translate_withoutAGoodKey_isRefusedInTheirWords() {
    refused(
        client.json("/translate", "{\"q\": \"a\", \"source\": \"vi\", \"target\": \"en\"}"),
        400,
        "Please contact the server operator to get an API key");
    refused(
        client.json(
            "/translate",
            "{\"q\": \"a\", \"source\": \"vi\", \"target\": \"en\", \"api_key\": \"x\"}"),
        403,
        "Invalid API key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "\"q\"", "{\"q\": {}, \"source\": \"vi\", \"target\": \"en\"}"})
  void translate_malformed_isRefusedWithoutAFault(String body) {
    Answer answer = client.with("Authorization", "Bearer " + key).json("/translate", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_key", "apiKey"})
  void key_inTheBodyUnderEitherName_opens(String name) {
    assertThat(client.form("/detect", "q", TEXT, name, key).status()).isEqualTo(200);
  }

  @Test
  void detect_text_isRankedInPercent() {
    JsonNode answer = ok(client.form("/detect", "q", secret(TEXT), "api_key", key));
    assertThat(answer.at("/0/language").asText()).isEqualTo("vi");
    assertThat(answer.at("/0/confidence").asInt()).isBetween(90, 100);
    JsonNode unknown = ok(client.form("/detect", "q", "12/5", "api_key", key));
    assertThat(unknown.toString()).isEqualTo("[{\"confidence\":0.0,\"language\":\"en\"}]");
    refused(client.form("/detect", "api_key", key), 400, "Invalid request: missing q parameter");
  }

  @Test
  void languages_anybody_seesWhatIsTranslatedIntoWhat() {
    JsonNode answer = ok(client.get("/languages"));
    JsonNode vietnamese = answer.get(1);
    assertThat(vietnamese.path("code").asText()).isEqualTo("vi");
    assertThat(vietnamese.path("name").asText()).isEqualTo("Vietnamese");
    assertThat(vietnamese.path("targets").toString()).isEqualTo("[\"en\",\"vi\"]");
  }

  @Test
  void server_anybody_seesHealthSettingsAndDescription() {
    assertThat(client.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
    JsonNode settings = ok(client.get("/frontend/settings"));
    assertThat(settings.path("keyRequired").asBoolean()).isTrue();
    assertThat(settings.at("/language/source/code").asText()).isEqualTo("auto");
    assertThat(settings.at("/language/target/code").asText()).isEqualTo("en");
    JsonNode description = ok(client.get("/spec"));
    assertThat(description.path("swagger").asText()).isEqualTo("2.0");
    assertThat(description.path("basePath").asText()).isEqualTo("/libretranslate");
    for (String path : iterable(description.path("paths"))) {
      assertThat(client.send("PUT", path.replace("{name}", "x"), "", "").status())
          .as(path)
          .isEqualTo(405);
    }
  }

  @Test
  void suggest_anybody_isRefused() {
    refused(
        client.form("/suggest", "q", "a", "s", "b", "source", "vi", "target", "en"),
        403,
        "Suggestions are disabled on this server.");
  }

  @Test
  void otherMethods_areRefusedWithTheRightOne() {
    Answer answer = client.get("/translate");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("OPTIONS, POST");
    assertThat(client.form("/languages", "a", "b").status()).isEqualTo(405);
  }

  @Test
  void scriptsOfOtherPages_mayCallTheseAddressesAndNoOthers() {
    Answer allowed = client.send("OPTIONS", "/translate", "", "");
    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(client.get("/languages").header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(
            new DialectClient(GATEWAY.address())
                .get("/api/v1/me")
                .header("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void root_whereConfigured_servesTheSame() {
    DialectClient root = new DialectClient(GATEWAY.address());
    assertThat(root.get("/languages").body()).isEqualTo(client.get("/languages").body());
    Answer answer =
        root.form("/translate", "q", secret(TEXT), "source", "vi", "target", "en", "api_key", key);
    assertThat(ok(answer).path("translatedText").asText()).contains("45");
    assertThat(root.get("/health/live").body()).contains("up");
    assertThat(ok(root.get("/spec")).path("basePath").asText()).isEqualTo("/");
  }

  @Test
  void file_translated_isFetchedFromTheAddressThatIsGiven() {
    Answer answer = file("?api_key=" + key, "thông báo.txt", secret(TEXT), "auto");
    String address = ok(answer).path("translatedFileUrl").asText();
    assertThat(address).startsWith(GATEWAY.address() + "/libretranslate/download_file/");
    assertThat(address).doesNotContain(" ", "ô");

    Answer file = new DialectClient("").get(address);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).contains("45").doesNotContain("Hội nghị");
    assertThat(file.header("Content-Disposition")).contains("th%C3%B4ng%20b%C3%A1o.txt");
    String withoutSecret = address.substring(0, address.indexOf('?'));
    refused(new DialectClient("").get(withoutSecret), 404, "document: unknown");
    refused(client.get("/download_file/x"), 400, "Invalid filename");
    assertThat(ok(client.get("/frontend/settings")).path("supportedFilesFormat").toString())
        .contains(".docx", ".txt");
  }

  @Test
  void file_thatCannotBe_isRefusedInTheirWords() {
    refused(
        file("?api_key=" + key, "a.exe", "x", "vi"),
        400,
        "Invalid request: file format not supported");
    refused(file("?api_key=" + key, "a.txt", "x", "zz"), 400, "zz is not supported");
    refused(
        client.form("/translate_file", "source", "vi", "target", "en", "api_key", key),
        400,
        "Invalid request: missing file parameter");
    refused(
        file("", "a.txt", "x", "vi"), 400, "Please contact the server operator to get an API key");
  }

  private static Answer file(String query, String name, String content, String source) {
    String part = "--b\r\nContent-Disposition: form-data; name=\"";
    String form =
        part
            + "file\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + content
            + "\r\n"
            + part
            + "source\"\r\n\r\n"
            + source
            + "\r\n"
            + part
            + "target\"\r\n\r\nen\r\n--b--\r\n";
    return client.send("POST", "/translate_file" + query, "multipart/form-data; boundary=b", form);
  }

  private static List<String> iterable(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Answer translate(String members) {
    return client.json("/translate", body(members + ", \"target\": \"en\""));
  }

  private static String body(String members) {
    return "{" + members + ", \"api_key\": \"" + key + "\"}";
  }

  private static String secret(String text) {
    return GATEWAY.secret(text);
  }

  private static JsonNode ok(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static void refused(Answer answer, int status, String error) {
    assertThat(answer.json().path("error").asText()).isEqualTo(error);
    assertThat(answer.status()).isEqualTo(status);
  }
}
