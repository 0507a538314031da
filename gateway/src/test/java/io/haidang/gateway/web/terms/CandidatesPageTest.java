package io.haidang.gateway.web.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.TermClient;
import io.haidang.gateway.web.testing.WebClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that no list has, from the text to the form that proposes them, without scripts. */
class CandidatesPageTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final String PAGE = "/glossary/candidates";
  private static final String MUSEUM = "Bảo tàng Sóng Xanh";
  private static TermClient mai;
  private static WebClient hoa;
  private static WebClient minh;

  /** The workbench of a text that is in review. */
  private static String target;

  /** The workbench of one that a reviewer has approved. */
  private static String approved;

  @BeforeAll
  static void translate() {
    mai = new TermClient(DESK.desk(), "mai");
    hoa = WebClient.of(DESK.desk(), "hoa");
    minh = WebClient.of(DESK.desk(), "minh");
    target = submit("Chuyến thăm một");
    approved = submit("Chuyến thăm hai");
    save(0, "The Department of Foreign Affairs visited the Green Wave Museum.");
    save(1, "Today the Green Wave Museum opens.");
    approve();
  }

  private static String submit(String title) {
    hoa.submit(
        Map.of(
            "title",
            title,
            "content",
            "Sở Ngoại vụ thăm " + MUSEUM + ".\nHôm nay mở cửa " + MUSEUM + "."));
    await().atMost(Duration.ofMinutes(2)).until(() -> hoa.get("/queue").body().contains(title));
    return first(
        Pattern.compile("href=\"(/targets/[0-9a-f-]{36})\"[^>]*>" + title + "<"),
        hoa.get("/queue").body());
  }

  private static void save(int index, String text) {
    HttpResponse<String> saved =
        minh.post(
            approved + "/segments/" + index,
            Map.of("token", minh.token(approved), "version", "1", "text", text));
    assertThat(saved.statusCode()).isEqualTo(303);
  }

  private static void approve() {
    minh.acceptErrors(approved);
    Document page = Jsoup.parse(minh.get(approved).body());
    String version = page.select("form[action$=/decision] input[name=version]").attr("value");
    HttpResponse<String> answer =
        minh.post(
            approved + "/decision",
            Map.of(
                "token",
                minh.token(approved),
                "decision",
                "approve",
                "version",
                version,
                "comment",
                "Đã xem."));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  private static String page(String workbench) {
    return PAGE + "?target=" + workbench.replace("/targets/", "");
  }

  private static Document parsed(String path) {
    return Jsoup.parse(mai.page(path));
  }

  @Test
  void texts_theNewest_leadToTheirCandidates() {
    Document texts = parsed(PAGE);

    assertThat(texts.select("table a[href='" + page(target) + "']").text())
        .isEqualTo("Chuyến thăm một");
    assertThat(texts.select(".tabs a[aria-current=page]").text()).isEqualTo("Tên chưa có");
  }

  @Test
  void candidates_ofADraft_leadToTheSegmentAndToTheForm() {
    Document page = parsed(page(target));

    assertThat(page.select(".candidates tbody th bdi").eachText()).containsExactly(MUSEUM);
    assertThat(page.select(".candidates td.number").text()).isEqualTo("2");
    assertThat(page.select(".excerpt mark").eachText()).containsExactly(MUSEUM, MUSEUM);
    assertThat(page.select(".excerpt a").eachAttr("href"))
        .containsExactly(target + "?page=1#segment-0", target + "?page=1#segment-1");
    assertThat(page.text()).contains("Bản dịch chưa được duyệt").doesNotContain("Cách dịch gợi ý");
    Document form = parsed(page.select(".candidates a.button").attr("href"));
    assertThat(form.select("#text-0").attr("value")).isEqualTo(MUSEUM);
    assertThat(form.select("#text-1").attr("value")).isEmpty();
  }

  @Test
  void candidates_ofAnApprovedText_bringTheirRenderingToTheForm() {
    Document page = parsed(page(approved));

    assertThat(page.select(".candidates td > bdi[lang=en]").text()).isEqualTo("Green Wave Museum");
    Document form = parsed(page.select(".candidates a.button").attr("href"));
    assertThat(form.select("#text-0").attr("value")).isEqualTo(MUSEUM);
    assertThat(form.select("#language-1").attr("value")).isEqualTo("en");
    assertThat(form.select("#text-1").attr("value")).isEqualTo("Green Wave Museum");
    assertThat(mai.page("/glossary/proposals")).doesNotContain(MUSEUM);
  }

  @Test
  void workbench_forWhoKeepsTheNames_leadsToTheCandidates() {
    assertThat(mai.page(target)).contains("href=\"" + page(target) + "\"");
    assertThat(minh.get(target).body()).doesNotContain(PAGE);
    assertThat(minh.get("/glossary").body()).doesNotContain(PAGE);
  }

  @Test
  void candidates_ofAReviewer_areForbidden() {
    assertThat(minh.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(minh.get(page(target)).statusCode()).isEqualTo(403);
    assertThat(new WebClient(DESK.desk().address()).get(PAGE).statusCode()).isEqualTo(303);
  }

  @Test
  void candidates_ofNoText_areNotFound() {
    assertThat(mai.browser().get(PAGE + "?target=" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(mai.browser().get(PAGE + "?target=%3Cscript%3E").statusCode()).isEqualTo(404);
    assertThat(mai.browser().get(page(target) + "&page=99").statusCode()).isEqualTo(200);
  }

  @Test
  void candidates_inEnglish_areInEnglish() {
    TermClient reader = new TermClient(DESK.desk(), "nam");
    reader.send("/language", Map.of("language", "en", "next", "/glossary"));

    assertThat(reader.page(page(target)))
        .contains("<h1>Names not yet listed</h1>")
        .contains("1 wording that release 1 does not have.")
        .contains("begins as names do");
    assertThat(reader.page(target)).contains(">Names not yet listed</a>");
  }

  @Test
  void form_otherLanguagesInTheAddress_haveRows() {
    Document form = parsed("/glossary/new?vi=B&ja=C&x=D&page=2&zh-Hant=E");

    assertThat(form.select(".term-row [name=language]").eachAttr("value"))
        .containsExactly("vi", "en", "ja", "zh-Hant");
    assertThat(form.select(".term-row [name=text]").eachAttr("value"))
        .containsExactly("B", "", "C", "E");
  }

  @Test
  void form_unfitAddress_isRefused() {
    for (String text : List.of("x".repeat(1_001), "A\u0000B", "A\u0007B")) {
      HttpResponse<String> answer =
          mai.browser().get("/glossary/new?vi=" + URLEncoder.encode(text, StandardCharsets.UTF_8));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("không đúng dạng");
    }
  }
}
