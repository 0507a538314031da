package io.haidang.gateway.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Listener;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handing in drafts with the form. */
class SubmitTest {

  private static final Pattern TARGET = Pattern.compile("/targets/[0-9a-f-]{36}");

  private static final String SUBTITLES = "1\n00:00:01,000 --> 00:00:03,000\nXin chào các bạn.\n";

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private final WebClient lan = WebClient.of(DESK.desk(), "lan");

  @Test
  void submit_text_isRedirectedToTheDrafts() {
    HttpResponse<String> answer = lan.submit(Map.of("title", "Lịch họp", "content", "Xin chào."));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/drafts?notice=submitted");
    assertThat(lan.get("/drafts").body()).contains("Lịch họp");
  }

  @Test
  void submit_withDeadlineAndNote_tellsTheReviewerBoth() {
    lan.submit(
        Map.of(
            "title", "Hạn và lời nhắn",
            "content", "Xin chào.",
            "deadline", "31/12/2036 16:30",
            "note", "Cần <b>gấp</b>"));
    String target =
        TARGET.matcher(lan.get("/drafts").body()).results().findFirst().orElseThrow().group();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> lan.get(target).body().contains("Cần &lt;b&gt;gấp&lt;/b&gt;"));

    assertThat(lan.get(target + "/history").body()).contains("Cần &lt;b&gt;gấp&lt;/b&gt;");
    assertThat(lan.get("/queue").body()).contains("31/12/2036");
  }

  @Test
  void submit_file_takesItsTextAndFormat() {
    HttpResponse<String> answer =
        lan.submit(
            Map.of("title", "Trang web"),
            "trang.html",
            "<p>Xin chào.</p>".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(lan.get("/drafts").body()).contains("Trang web");
  }

  @Test
  void submit_severalFiles_takesEachByItself() {
    HttpResponse<String> answer =
        lan.submit(
            Map.of("title", "Không dùng đến"),
            Map.of(
                "mot.txt", bytes("Tệp thứ nhất có chữ."),
                "hai.html", bytes("<p>Tệp thứ hai có chữ.</p>"),
                "hong.docx", bytes("không phải Word")));

    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".notice.done").text()).contains("mot.txt", "hai.html");
    assertThat(page.select("p.problem").text()).startsWith("hong.docx:");
    assertThat(page.select("#file").attr("hx-preserve")).isEmpty();
    assertThat(lan.get("/drafts").body())
        .contains("Tệp thứ nhất", "Tệp thứ hai")
        .doesNotContain("Không dùng đến");
  }

  @Test
  void submit_filesTogether_tellOneStory() {
    HttpResponse<String> answer =
        lan.submit(
            Map.of("title", "Chuyện chung", "together", "on"),
            Map.of("a.txt", bytes("Phần một."), "b.srt", bytes(SUBTITLES)));

    assertThat(answer.headers().firstValue("Location")).contains("/drafts?notice=submitted-all");
    Document story = Jsoup.parse(lan.get(storyOf("Chuyện chung")).body());
    assertThat(story.select("section.part")).hasSize(2);
    assertThat(story.select("h1").text()).isEqualTo("Chuyện chung");
  }

  @Test
  void submit_twoProducts_makesBothInTheLanguagesThatAreTicked() {
    HttpResponse<String> answer =
        lan.submit(
            Map.of("title", "Chỉ tiêu đề", "product", "headline", "content", "Cảng mở rộng."));

    assertThat(answer.statusCode()).isEqualTo(303);
    Document story = Jsoup.parse(lan.get(storyOf("Chỉ tiêu đề")).body());
    assertThat(story.select(".matrix tbody tr")).hasSize(1);
    assertThat(story.select(".matrix td a")).hasSize(2); // The Vietnamese one comes along.
  }

  @Test
  void live_tellsProgressAndNoWordOfTheText_untilOneSignsOut() {
    lan.submit(Map.of("title", "Tin nghe", "content", "Cảng đón tàu."));
    String story = storyOf("Tin nghe");
    String target = Jsoup.parse(lan.get(story).body()).select(".matrix td a").attr("href");
    Listener all = lan.listen("/live?of=own");
    Listener one = lan.listen("/live?story=" + story.substring("/stories/".length()));

    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> all.has("target-in-review") && one.has("target-in-review"));

    assertThat(String.join("\n", all.lines())).doesNotContain("Cảng", "Tin");
    assertThat(one.lines())
        .filteredOn(line -> line.startsWith("data"))
        .allMatch(line -> line.contains(target.substring(target.lastIndexOf('/') + 1)));
    lan.post("/sign-out", Map.of("token", lan.token("/drafts")));
    await().atMost(Duration.ofSeconds(15)).until(() -> all.endedWell() && one.endedWell());
  }

  @Test
  void live_forAStranger_orOfNothing_isRefused() {
    HttpResponse<String> stranger = new WebClient(DESK.desk().address()).get("/live");

    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(lan.get("/live?draft=x").statusCode()).isEqualTo(404);
  }

  /** Where the story of a draft is shown. */
  private String storyOf(String title) {
    Document drafts = Jsoup.parse(lan.get("/drafts").body());
    String target = drafts.expectFirst("a:contains(" + title + ")").attr("href");
    return Jsoup.parse(lan.get(target).body())
        .expectFirst("#bar a[href^=/stories/]:last-of-type")
        .attr("href");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "product, no such form!, Hãy chọn ít nhất một sản phẩm",
    "target, vi, khác với ngôn ngữ nguồn",
    "content, ' ', Không có gì để dịch",
    "content, a\u0001b, ký tự điều khiển",
    "textDate, hôm qua, Cần một ngày",
    "deadline, ngày mai, Hãy ghi ngày và giờ",
    "source, xx, Không có ngôn ngữ nào",
    "source, fr, Không có mô hình nào",
    "format, pdf, không đúng dạng",
    "sensitivity, none, không đúng dạng"
  })
  void submit_wrongField_saysSoBesideItAndKeepsTheRest(String field, String value, String message) {
    Map<String, String> right = Map.of("title", "Giữ lại tiêu đề", "content", "Giữ lại văn bản.");
    Map<String, String> fields = new HashMap<>(right);
    fields.put(field, value);

    HttpResponse<String> answer = lan.submit(fields);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(message).contains("Giữ lại tiêu đề");
    if (!field.equals("content")) {
      assertThat(answer.body()).contains("Giữ lại văn bản.");
    }
  }

  @Test
  void submit_tooLongTitle_isKept() {
    String title = "dài ".repeat(60);

    HttpResponse<String> answer = lan.submit(Map.of("title", title, "content", "Xin chào."));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(title.strip()).contains("id=\"title-problem\"");
  }

  @Test
  void submit_fileThatIsNotUtf8_isToldBesideTheFile() {
    HttpResponse<String> answer =
        lan.submit(
            Map.of("content", "Văn bản đã gõ"), "cu.txt", new byte[] {'c', (byte) 0xE9, ' ', 'x'});

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"file-problem\"").contains("Văn bản đã gõ");
  }

  @Test
  void submit_fileOfAnotherKind_isToldBesideTheFile() {
    HttpResponse<String> answer =
        lan.submit(Map.of(), "anh.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"file-problem\"");
  }

  @Test
  void submit_oneCharacterTooMany_isRefusedAndKept() {
    HttpResponse<String> answer = lan.submit(Map.of("content", "ạ".repeat(1_000_001)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("1.000.000 ký tự").contains("ạ".repeat(1_000_001));
  }

  @Test
  void submit_fortyMegabytes_isRefusedWithAPage() {
    HttpResponse<String> answer = lan.submit(Map.of(), "to.txt", new byte[40 << 20]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Văn bản quá dài");
  }

  @Test
  @Provokes(ErrorCode.INVALID_CSRF_TOKEN)
  void submit_withoutToken_changesNothing() {
    HttpResponse<String> answer =
        lan.submit(Map.of("token", "", "title", "Không được nhận", "content", "Xin chào."));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Biểu mẫu đã hết hạn");
    Provoked.note(ErrorCode.INVALID_CSRF_TOKEN);
    assertThat(lan.get("/drafts").body()).doesNotContain("Không được nhận");
  }

  @Test
  void submit_tokenOfSomebodyElse_changesNothing() {
    String other = WebClient.of(DESK.desk(), "minh").token("/drafts/new");

    assertThat(lan.submit(Map.of("token", other, "content", "Xin chào.")).statusCode())
        .isEqualTo(403);
  }
}
