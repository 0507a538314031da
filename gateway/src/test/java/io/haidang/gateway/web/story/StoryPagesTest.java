package io.haidang.gateway.web.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of stories without scripts. */
class StoryPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern ASSET = Pattern.compile("name=\"asset\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern MEDIUM =
      Pattern.compile("src=\"(/stories/[0-9a-f-]{36}/assets/[0-9a-f-]{36}/medium)\"");
  private static final Pattern SEEN =
      Pattern.compile("name=\"product\" value=\"([0-9a-f-]{36}:\\d+)\"");
  private static final Pattern SHIPS =
      Pattern.compile("name=\"fact\" value=\"([^\"]*18500[^\"]*)\"");

  private WebClient lan;

  @BeforeEach
  void signIn() {
    lan = WebClient.of(DESK.desk(), "lan");
  }

  @Test
  void story_typed_isBegunAndListed() {
    String story = begin(Map.of("title", "<b>Cảng</b> & tàu", "content", StoryClient.ARTICLE));

    assertThat(lan.get(story).body())
        .contains("&lt;b&gt;Cảng&lt;/b&gt; &amp; tàu")
        .doesNotContain("<b>Cảng")
        .contains("name=\"form\" value=\"post-x\"");
    assertThat(lan.get("/stories").body()).contains("href=\"" + story + "\"");
  }

  @Test
  void story_asAFile_isBegun() {
    HttpResponse<String> answer =
        lan.upload(
            "/stories",
            form(Map.of()),
            "tin.html",
            "<p>Hội nghị có 45 đại biểu.</p>".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(lan.get(location(answer)).body()).contains("Hội nghị có 45 đại biểu.");
  }

  @Test
  void story_withoutTextOrDate_keepsWhatWasTyped() {
    HttpResponse<String> empty = post(Map.of("title", "Chưa viết"));
    HttpResponse<String> unlabelled =
        post(Map.of("content", "Hội nghị.", "sensitivity", "tuyệt mật"));
    HttpResponse<String> undated = post(Map.of("content", "Hội nghị.", "textDate", "hôm qua"));

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("role=\"alert\"").contains("value=\"Chưa viết\"");
    assertThat(unlabelled.statusCode()).isEqualTo(422);
    assertThat(undated.statusCode()).isEqualTo(422);
    assertThat(undated.body()).contains("Hội nghị.");
  }

  @Test
  void story_unknown_isNotFound() {
    assertThat(lan.get("/stories/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(lan.get("/stories/none/facts").statusCode()).isEqualTo(404);
  }

  @Test
  void account_thatKeepsNames_readsButChangesNothing() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));
    WebClient mai = WebClient.of(DESK.desk(), "mai");

    String page = mai.get(story).body();

    assertThat(page)
        .contains(StoryClient.TITLE)
        .doesNotContain("action=\"" + story + "/products\"");
    assertThat(
            mai.post(
                    story + "/products",
                    List.of(
                        Map.entry("token", mai.token(story)),
                        Map.entry("asset", asset(story)),
                        Map.entry("form", "headline"),
                        Map.entry("language", "vi")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void asking_forNothing_isRefusedOnThePage() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));

    HttpResponse<String> answer = send(story, "/products", "asset", asset(story));
    HttpResponse<String> nothing = send(story, "/publish");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("role=\"alert\"");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("ít nhất một sản phẩm");
  }

  @Test
  void revisions_ofAPart_areComparedByWords() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));
    String part = "/assets/" + asset(story);
    String revised = StoryClient.ARTICLE.replace("18.500", "19.200");
    assertThat(send(story, part, "content", revised, "note", "").statusCode()).isEqualTo(303);

    String page = lan.get(story + part).body();
    String changes = lan.get(story + part + "/changes?to=2").body();

    assertThat(page).contains(story + part + "/changes?to=2").doesNotContain("/changes?to=1");
    assertThat(changes).contains("<del>18.500</del><ins>19.200</ins>");
    assertThat(changes).contains("Một đoạn được sửa.");
    assertThat(lan.get(story + part + "/changes?from=1&to=7").statusCode()).isEqualTo(404);
  }

  @Test
  void fact_putRight_makesExactlyTheProductsStaleThatStateIt() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));
    String asset = asset(story);
    send(
        story,
        "/products",
        "asset",
        asset,
        "form",
        "headline",
        "form",
        "key-points",
        "language",
        "vi");
    await().atMost(PATIENCE).until(() -> !lan.get(story).body().contains("every 2s"));
    String facts = lan.get(story + "/facts").body();
    assertThat(facts).contains("18.500").contains("Ý chính");

    HttpResponse<String> corrected =
        send(
            story, "/facts", "asset", asset, "fact", first(SHIPS, facts), "wording", "19.200 lượt");

    assertThat(corrected.statusCode()).isEqualTo(303);
    String page = lan.get(story).body();
    assertThat(page).contains("1 sản phẩm không còn đúng").contains("<ins>19.200</ins>");
    assertThat(send(story, "/remake", "product", first(SEEN, page)).statusCode()).isEqualTo(303);
    await().atMost(PATIENCE).until(() -> !lan.get(story).body().contains("every 2s"));
    assertThat(lan.get(story).body()).doesNotContain("không còn đúng");
    assertThat(send(story, "/remake", "product", first(SEEN, page)).statusCode()).isEqualTo(409);
  }

  @Test
  void part_withoutItsFile_isRefused_withItIsAdded() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));
    Map<String, String> picture =
        Map.of("token", lan.token(story), "kind", "image", "title", "Ảnh", "language", "vi");

    HttpResponse<String> refused =
        lan.upload(
            story + "/assets",
            picture,
            "chu-thich.txt",
            "Tàu vào cảng.".getBytes(StandardCharsets.UTF_8));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("role=\"alert\"");
    Map<String, String> file = new LinkedHashMap<>(picture);
    file.put("kind", "file");
    assertThat(
            lan.upload(
                    story + "/assets",
                    file,
                    "bang.csv",
                    "Tháng,Tấn\n1,20\n".getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(303);
    assertThat(lan.get(story).body()).contains("Tệp");
  }

  @Test
  void medium_isShown_wholeAndInParts_whateverTextGoesWithIt() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));
    String medium = addPicture(story, "Tàu vào cảng.\nTàu hàng <bên> cầu cảng");

    assertThat(lan.get(story).body())
        .contains("src=\"" + medium + "\"", "alt=\"Tàu hàng &lt;bên> cầu cảng\"");
    HttpResponse<String> whole = lan.get(medium);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("Content-Type")).contains("image/gif");
    assertThat(whole.body()).isEqualTo("GIF89a-picture");
    HttpResponse<String> part = lan.get(medium, "Range", "bytes=6-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 6-13/14");
    assertThat(part.body()).isEqualTo("-picture");
    assertThat(lan.get(medium, "Range", "bytes=14-").statusCode()).isEqualTo(416);
    assertThat(lan.get(medium, "Range", "bytes=6-", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(lan.get(medium, "If-None-Match", tag).statusCode()).isEqualTo(304);
    send(medium.replace("/medium", ""), "", "content", "Chú thích mới.");
    assertThat(lan.get(medium).body()).isEqualTo("GIF89a-picture");
  }

  @Test
  void medium_isForThoseWhoAreSignedIn() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));
    String medium = addPicture(story, "Ảnh.");

    HttpResponse<String> answer = new WebClient(DESK.desk().address()).get(medium);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.body()).doesNotContain("GIF89a");
  }

  /** Returns the address of the picture. */
  private String addPicture(String story, String caption) {
    Map<String, String> fields =
        Map.of(
            "token",
            lan.token(story),
            "kind",
            "image",
            "title",
            "Ảnh",
            "language",
            "vi",
            "content",
            caption);
    HttpResponse<String> added =
        lan.upload(
            story + "/assets",
            fields,
            "medium",
            "a.gif",
            "GIF89a-picture".getBytes(StandardCharsets.US_ASCII));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    return first(MEDIUM, lan.get(story).body());
  }

  @Test
  void export_ofAStory_isAnArchiveOrJson() {
    String story = begin(Map.of("content", StoryClient.ARTICLE));

    HttpResponse<String> zip = lan.get(story + "/zip");
    HttpResponse<String> json = lan.get(story + "/content");

    assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(zip.body()).startsWith("PK");
    assertThat(json.body()).contains("\"languages\":{}");
  }

  private String begin(Map<String, String> fields) {
    HttpResponse<String> answer = post(fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return location(answer);
  }

  private HttpResponse<String> post(Map<String, String> fields) {
    return lan.upload("/stories", form(fields), "", new byte[0]);
  }

  private Map<String, String> form(Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", lan.token("/stories/new"));
    form.put("title", "");
    form.put("content", "");
    form.put("language", "vi");
    form.put("textDate", "2026-03-02");
    form.put("sensitivity", "public");
    form.putAll(fields);
    return form;
  }

  /** Sends a form of the story's page; fields as name, value, name, value. */
  private HttpResponse<String> send(String story, String action, String... fields) {
    List<Map.Entry<String, String>> form = new ArrayList<>();
    form.add(Map.entry("token", lan.token(story)));
    for (int i = 0; i < fields.length; i += 2) {
      form.add(Map.entry(fields[i], fields[i + 1]));
    }
    return lan.post(story + action, form);
  }

  private String asset(String story) {
    return first(ASSET, lan.get(story).body());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern + " on the page").isTrue();
    return found.group(1);
  }
}
