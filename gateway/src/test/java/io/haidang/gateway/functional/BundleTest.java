package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stories and their products over the API, with the bundled model. */
class BundleTest {

  @RegisterExtension private static final RunningGateway GATEWAY = new RunningGateway();

  private static final String ARTICLE =
      """
      Cảng Hải Phòng đón lượng hàng kỷ lục
      Sản lượng hàng hóa qua cảng Hải Phòng đạt 112 triệu tấn trong năm nay.
      Cảng đã đón 18.500 lượt tàu từ 40 quốc gia.""";

  private static final String SUBTITLES = "1\n00:00:01,000 --> 00:00:03,000\nXin chào các bạn.\n";

  /** The first bytes of a picture; nobody looks further. */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

  private final ApiClient editor = GATEWAY.editor();
  private final ApiClient reviewer = GATEWAY.reviewer();

  @Test
  void files_handedInTogether_areTakenOrRefusedOneByOne() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("broken.docx", new byte[] {'P', 'K', 1});
    files.put("notice.txt", "Cảng mở cửa.".getBytes(StandardCharsets.UTF_8));
    files.put("film.srt", SUBTITLES.getBytes(StandardCharsets.UTF_8));
    Map<String, Object> wanted =
        Map.of(
            "together",
            true,
            "title",
            "Mở cảng",
            "sourceLanguage",
            "vi",
            "targetLanguages",
            List.of("en"),
            "forms",
            List.of("translation", "subtitles"),
            "deadline",
            "2030-01-02T03:04:05Z");

    JsonNode results = editor.tryFiles("submissions", wanted, files).json().path("results");

    assertThat(results).hasSize(3);
    assertThat(results.path(0).path("code").asText()).isNotEmpty();
    assertThat(results.path(0).path("draft").isMissingNode()).isTrue();
    assertThat(results.path(1).path("draft").path("title").asText()).isEqualTo("Mở cảng");
    assertThat(forms(results.path(1))).containsExactly("translation");
    assertThat(forms(results.path(2)))
        .containsExactlyInAnyOrder("translation", "subtitles", "subtitles");
    assertThat(results.findValuesAsText("bundle").stream().distinct()).hasSize(1);
  }

  private static List<String> forms(JsonNode result) {
    return result.path("draft").path("targets").findValuesAsText("form");
  }

  @Test
  void files_thatAreTooMany_orAllRefused_areNoSubmission() {
    Map<String, byte[]> many = new LinkedHashMap<>();
    IntStream.range(0, 21).forEach(i -> many.put(i + ".txt", new byte[] {'a'}));
    Map<String, Object> wanted = Map.of("targetLanguages", List.of("en"));

    int before = editor.get("drafts").path("drafts").size();

    Answer tooMany = editor.tryFiles("submissions", wanted, many);
    Answer none = editor.tryFiles("submissions", wanted, Map.of());
    Answer refused = editor.tryFiles("submissions", wanted, Map.of("a.png", PNG, "b.png", PNG));

    assertThat(tooMany.code()).isEqualTo("invalid-request");
    assertThat(none.code()).isEqualTo("invalid-request");
    assertThat(refused.code()).isEqualTo("unsupported-format");
    assertThat(editor.get("drafts").path("drafts")).hasSize(before);
  }

  @Test
  void story_fromTextToDelivery_andBackWhenAFigureChanges() {
    JsonNode story =
        editor.post(
            "bundles", Map.of("content", GATEWAY.secret(ARTICLE), "textDate", "2026-03-02"));
    String id = story.path("id").asText();
    String article = story.path("assets").path(0).path("id").asText();
    JsonNode asked =
        editor.post(
            "assets/" + article + "/products",
            Map.of("forms", List.of("translation", "headline"), "languages", List.of("vi", "en")));
    assertThat(asked.path("products")).hasSize(3);
    awaitReview(id, 3);

    JsonNode bundle = editor.get("bundles/" + id);
    assertThat(bundle.path("stale").asBoolean()).isFalse();
    assertThat(bundle.path("glossaryRelease").asInt()).isEqualTo(1);
    for (JsonNode product : bundle.path("products")) {
      JsonNode segments =
          editor.get("targets/" + product.path("id").asText() + "/segments").path("segments");
      assertThat(segments).isNotEmpty();
      JsonNode first = segments.path(0);
      boolean isEmpty = first.path("target").asText().isEmpty(); // No rendering fits the form.
      assertThat(first.path("origins").isEmpty()).isEqualTo(isEmpty);
      assertThat(first.path("findings").toString().contains("form-empty")).isEqualTo(isEmpty);
    }
    String translation = product(bundle, "translation", "en");
    approve(translation);
    approve(product(bundle, "headline", "vi"));
    assertThat(facts(id)).contains("40");

    JsonNode published =
        editor.post("bundles/" + id + "/publications", Map.of("products", List.of()));
    assertThat(states(published)).contains("published");
    assertThat(editor.get("bundles/" + id + "/publications").path("publications")).hasSize(2);
    JsonNode headline =
        editor.get("bundles/" + id + "/content").path("languages").path("vi").path(0);
    assertThat(headline.path("content").asText()).isEqualTo("Cảng Hải Phòng đón lượng hàng kỷ lục");
    Answer archive = editor.tryGet("bundles/" + id + "/archive");
    assertThat(archive.status()).isEqualTo(200);
    assertThat(archive.header("Content-Type")).isEqualTo("application/zip");
    assertThat(archive.body()).startsWith("PK");

    JsonNode revision =
        editor.post(
            "assets/" + article + "/revisions",
            Map.of("content", ARTICLE.replace("18.500", "19.200"), "note", "Số liệu mới"));
    assertThat(revision.path("number").asInt()).isEqualTo(2);
    JsonNode reasons = editor.get("targets/" + translation + "/stale-reasons").path("reasons");
    assertThat(reasons).isNotEmpty();
    assertThat(reasons.path(0).path("kind").asText()).isEqualTo("fact-changed");
    assertThat(editor.get("targets/" + translation).path("staleReasons").asInt()).isPositive();
    assertThat(editor.get("targets/" + headline.path("id").asText()).path("staleReasons").asInt())
        .isZero();

    int version = editor.get("targets/" + translation).path("version").asInt();
    editor.post("targets/" + translation + "/remakings", Map.of("version", version));
    GATEWAY.awaitState(translation, "in-review");
    assertThat(editor.get("targets/" + translation).path("staleReasons").asInt()).isZero();
    assertThat(editor.post("bundles/" + id + "/remakings", Map.of()).path("products")).isEmpty();
  }

  @Test
  void fact_putRight_overTheApi_isANewRevision() {
    JsonNode story = editor.post("bundles", Map.of("content", ARTICLE));
    String article = story.path("assets").path(0).path("id").asText();
    String key = "";
    for (JsonNode fact : ledger(story.path("id").asText())) {
      if (fact.path("places").path(0).path("wording").asText().startsWith("18.500")) {
        key = fact.path("key").asText();
      }
    }

    JsonNode revision =
        editor.post("assets/" + article + "/corrections", Map.of("fact", key, "wording", "19.200"));

    assertThat(revision.path("number").asInt()).isEqualTo(2);
    assertThat(revision.path("note").asText()).startsWith("18.500");
  }

  @Test
  void draft_asAFile_keepsItsFormatOnTheWayBack() {
    Answer answer =
        form(
            "drafts",
            Map.of("targetLanguages", List.of("en"), "title", "Trang web"),
            Map.of("file", utf8("<p>Hội nghị có 45 đại biểu tham dự.</p>")),
            "tin.html");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String target = answer.json().path("targets").path(0).path("id").asText();
    GATEWAY.awaitState(target, "in-review");
    approve(target);
    Answer file = editor.tryPost("targets/" + target + "/exports", Map.of());
    assertThat(file.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(file.header("Content-Disposition")).contains("trang-web.en.html");
    assertThat(file.body()).startsWith("<p>").endsWith("</p>");
  }

  /** What is said of the only segment with another text. */
  private static String findingsOf(String target, String text) {
    ApiClient reviewer = GATEWAY.reviewer();
    JsonNode segment = reviewer.get("targets/" + target + "/segments").path("segments").path(0);
    Answer answer = reviewer.tryEdit(target, 0, segment.path("version").asInt(), text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("findings").toString();
  }

  @Test
  void draft_asSubtitles_keepsItsCues_andSaysWhatCannotBeRead() {
    String times = "00:00:01.000 --> 00:00:0%s.000 line:0\n";
    String file =
        "WEBVTT\n\nNOTE giữ\n\na\n%s<v Mai>Hội nghị có 45 đại biểu\n\nb\n%s<v Mai>tham dự.\n"
            .formatted(times.formatted(2), times.replace(":01", ":02").formatted(3));
    Answer answer =
        form(
            "drafts",
            Map.of("targetLanguages", List.of("en")),
            Map.of("file", utf8(file)),
            "tin.vtt");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String target = answer.json().path("targets").path(0).path("id").asText();
    GATEWAY.awaitState(target, "in-review");
    JsonNode segments = editor.get("targets/" + target + "/segments").path("segments");
    assertThat(segments).hasSize(1);
    assertThat(segments.path(0).path("source").asText())
        .isEqualTo("Hội nghị có 45 đại biểu tham dự.");
    assertThat(segments.path(0).path("findings").toString()).contains("subtitle-speed");
    assertThat(findingsOf(target, "Seats: 45.")).doesNotContain("subtitle-speed");
    assertThat(findingsOf(target, "The meeting has " + "very many ".repeat(6) + "45 seats."))
        .contains("subtitle-speed");
    approve(target);
    Answer exported = editor.tryPost("targets/" + target + "/exports", Map.of());
    assertThat(exported.header("Content-Type")).startsWith("text/vtt");
    assertThat(exported.body())
        .startsWith("WEBVTT\n\nNOTE giữ\n\na\n" + times.formatted(2) + "<v Mai>")
        .contains("\n\nb\n" + times.replace(":01", ":02").formatted(3) + "<v Mai>");
  }

  @Test
  void draft_asAWordFile_comesBackAsOne() throws IOException {
    byte[] file = word("Hội nghị có 45 đại biểu tham dự.");

    Answer answer =
        form(
            "drafts",
            Map.of("targetLanguages", List.of("en"), "title", "Quyết định"),
            Map.of("file", file),
            "quyet-dinh.docx");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String target = answer.json().path("targets").path(0).path("id").asText();
    GATEWAY.awaitState(target, "in-review");
    approve(target);
    Answer back = editor.tryPost("targets/" + target + "/exports", Map.of());
    assertThat(back.header("Content-Type"))
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertThat(back.header("Content-Disposition")).contains("quyet-dinh.en.docx");
    assertThat(back.body()).startsWith("PK");
  }

  @Test
  void draft_inUtf16_comesBackInIt() {
    byte[] file = "\uFEFFHội nghị có 45 đại biểu tham dự.".getBytes(StandardCharsets.UTF_16LE);
    Answer answer =
        form("drafts", Map.of("targetLanguages", List.of("en")), Map.of("file", file), "tin.txt");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String target = answer.json().path("targets").path(0).path("id").asText();
    GATEWAY.awaitState(target, "in-review");
    approve(target);

    Answer back = editor.tryPost("targets/" + target + "/exports", Map.of());

    assertThat(back.header("Content-Type")).isEqualTo("text/plain");
  }

  /** The smallest document that Word opens. */
  private static byte[] word(String paragraph) throws IOException {
    String types = "http://schemas.openxmlformats.org/package/2006/content-types";
    String office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='"
            + types
            + "'>"
            + "<Default Extension='rels'"
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + "<Override PartName='/word/document.xml' ContentType='"
            + office
            + ".main+xml'/>"
            + "</Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r1' Target='word/document.xml' Type='http://schemas."
            + "openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
            + "</Relationships>");
    parts.put(
        "word/document.xml",
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            + "<w:body><w:p><w:r><w:t>"
            + paragraph
            + "</w:t></w:r></w:p></w:body></w:document>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(utf8("<?xml version='1.0' encoding='UTF-8'?>" + part.getValue()));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void image_withCaption_isAPartOfTheStory_andAnyOtherFileIsNot() {
    String id = editor.post("bundles", Map.of("content", ARTICLE)).path("id").asText();
    Map<String, Object> image =
        Map.of("kind", "image", "content", "Tàu vào cảng Hải Phòng.", "title", "Ảnh cảng");

    Answer added = form("bundles/" + id + "/assets", image, Map.of("medium", PNG), "a.png");
    Answer refused =
        form("bundles/" + id + "/assets", image, Map.of("medium", utf8("MZ program")), "a.png");

    assertThat(added.status()).as(added.body()).isEqualTo(201);
    JsonNode asset = added.json().path("assets").path(1);
    assertThat(asset.path("kind").asText()).isEqualTo("image");
    JsonNode medium = asset.path("revisions").path(0).path("medium");
    assertThat(medium.path("mediaType").asText()).isEqualTo("image/png");
    assertThat(medium.path("fileName").asText()).isEqualTo("a.png");
    Answer file = editor.tryGet("assets/" + asset.path("id").asText() + "/medium");
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    assertThat(file.body()).contains("PNG");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("unsupported-format");
  }

  @Test
  void voiceOver_signedOff_isThereInEveryFormat() {
    String id = editor.post("bundles", Map.of("content", ARTICLE)).path("id").asText();
    String asset = editor.get("bundles/" + id).at("/assets/0/id").asText();
    Map<String, Object> wanted = Map.of("forms", List.of("voice-over"), "languages", List.of("vi"));
    String product =
        editor.post("assets/" + asset + "/products", wanted).at("/products/0/id").asText();
    GATEWAY.awaitState(product, "in-review");
    assertThat(editor.tryGet("targets/" + product + "/voice-over").code()).isEqualTo("wrong-state");

    approve(product);

    for (String format : List.of("text", "csv", "json", "vtt")) {
      Answer file = editor.tryGet("targets/" + product + "/voice-over?format=" + format);
      assertThat(file.status()).as(format).isEqualTo(200);
      assertThat(file.header("Content-Type")).contains("charset=utf-8");
    }
    assertThat(editor.get("bundles/" + id + "/inconsistencies").path("inconsistencies")).isEmpty();
  }

  @Test
  void form_withoutData_orWithWrongData_isRefused() {
    Answer wrong = form("drafts", Map.of("sourceLanguage", 7), Map.of("file", utf8("x")), "x.txt");
    Answer none =
        editor.send(
            "POST",
            "drafts",
            "multipart/form-data; boundary=b",
            BodyPublishers.ofString("--b--\r\n"));

    assertThat(wrong.code()).isEqualTo("invalid-request");
    assertThat(none.code()).isEqualTo("invalid-request");
  }

  private Answer form(
      String path, Map<String, ?> data, Map<String, byte[]> files, String fileName) {
    return editor.tryForm(path, data, files, fileName);
  }

  private void approve(String target) {
    assertThat(reviewer.tryApprove(target).status()).isEqualTo(200);
  }

  private void awaitReview(String bundle, int products) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                states(editor.get("bundles/" + bundle)).stream().filter("in-review"::equals).count()
                    == products);
  }

  private static List<String> states(JsonNode bundle) {
    return StreamSupport.stream(bundle.path("products").spliterator(), false)
        .map(product -> product.path("state").asText())
        .toList();
  }

  private static String product(JsonNode bundle, String form, String language) {
    return StreamSupport.stream(bundle.path("products").spliterator(), false)
        .filter(product -> product.path("form").asText().equals(form))
        .filter(product -> product.path("language").asText().equals(language))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private JsonNode ledger(String bundle) {
    return editor.get("bundles/" + bundle + "/ledger").path("facts");
  }

  private String facts(String bundle) {
    return ledger(bundle).toString();
  }
}
