package io.haidang.gateway.web.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors, scores and charts on pages. */
class QualityPagesTest {

  @RegisterExtension static final DeskExtension DESK = new DeskExtension();

  private WebClient hoa;
  private WebClient minh;
  private String target;

  @BeforeEach
  void submit() {
    hoa = WebClient.of(DESK.desk(), "hoa");
    minh = WebClient.of(DESK.desk(), "minh");
    target =
        hoa.translated(Map.of("title", "Chất lượng", "content", "Hôm nay tàu khách cập cảng."));
  }

  private HttpResponse<String> annotate(WebClient who, String remark) {
    return who.post(
        target + "/segments/0/annotations",
        Map.of(
            "token", who.token(target),
            "category", "official-name",
            "severity", "major",
            "start", "0",
            "end", "3",
            "remark", remark),
        "HX-Request",
        "true");
  }

  @Test
  void error_notedDown_isShownScoredAndTakenBack() {
    Document notes = Jsoup.parse(annotate(minh, "<i>Wrong</i>").body());
    assertThat(notes.select(".annotation.major p").text()).contains("Tên chính thức, nặng", "<i>");

    Document report = Jsoup.parse(minh.get(target + "/quality").body());
    assertThat(report.select(".figures .tally.error")).hasSize(1);
    assertThat(minh.get(target + "/quality/csv").body())
        .contains("1,official-name,major,2.0,", "\"<i>Wrong</i>\"");

    String removal = notes.select(".annotation form").attr("action");
    minh.post(removal, Map.of("token", minh.token(target)));
    assertThat(Jsoup.parse(minh.get(target).body()).select(".annotation")).isEmpty();
  }

  @Test
  void error_ofAnEditor_isRefused_andItsPagesAreNotShown() {
    WebClient lan = WebClient.of(DESK.desk(), "lan");

    assertThat(annotate(lan, "").statusCode()).isEqualTo(403);
    assertThat(lan.get(target + "/quality").statusCode()).isEqualTo(403);
    assertThat(lan.get("/quality").statusCode()).isEqualTo(403);
  }

  @Test
  void report_afterADecision_hasChartsWithTitlesAndTheSameFiguresInTables() {
    annotate(minh, "");
    minh.acceptErrors(target);
    Matcher version =
        Pattern.compile("name=\"version\" value=\"([0-9]+)\"").matcher(minh.get(target).body());
    assertThat(version.find()).isTrue();
    HttpResponse<String> decided =
        minh.post(
            target + "/decision",
            Map.of(
                "token",
                minh.token(target),
                "decision",
                "request-changes",
                "version",
                version.group(1),
                "comment",
                "Sửa tên."));
    assertThat(decided.statusCode()).isEqualTo(303);

    Document page = Jsoup.parse(minh.get("/quality").body());

    assertThat(page.select(".chart svg[role=img] > title")).hasSize(4);
    assertThat(page.select(".chart svg > desc")).hasSize(4);
    assertThat(page.select("table:first-of-type tbody tr")).hasSizeGreaterThanOrEqualTo(12);
    assertThat(minh.get("/quality/csv/lines").body()).startsWith("engine,language,form,decisions");
    assertThat(minh.get("/quality/csv/months").body().lines()).hasSize(13);
    assertThat(minh.get("/quality/csv/other").statusCode()).isEqualTo(404);
  }

  @Test
  void sample_drawn_saysHowAndByWhom() {
    minh.acceptErrors(target);
    Matcher version =
        Pattern.compile("name=\"version\" value=\"([0-9]+)\"").matcher(minh.get(target).body());
    assertThat(version.find()).isTrue();
    minh.post(
        target + "/decision",
        Map.of(
            "token",
            minh.token(target),
            "decision",
            "approve",
            "version",
            version.group(1),
            "comment",
            "Đã đọc."));
    String month = YearMonth.now(Office.ZONE).toString();

    HttpResponse<String> drawn =
        minh.post(
            "/quality/samples",
            Map.of(
                "token",
                minh.token("/quality/samples"),
                "first",
                month,
                "last",
                month,
                "size",
                "200",
                "seed",
                "42"));
    assertThat(drawn.statusCode()).isEqualTo(303);
    String address = drawn.headers().firstValue("Location").orElseThrow();
    Document page = Jsoup.parse(minh.get(address).body());
    assertThat(page.select(".lead").text()).contains("42", "Trần Quang Minh");
    String form = page.select("form[action*=/texts/]").attr("action");
    assertThat(minh.post(form, Map.of("token", minh.token(address))).statusCode()).isEqualTo(403);
    assertThat(minh.get("/quality/samples").body()).contains("0 / ");
  }

  @Test
  void attention_toldByAPage_isCountedForTheText() {
    HttpResponse<String> told =
        minh.post(
            target + "/segments/0/focus", Map.of("token", minh.token(target), "seconds", "15"));

    assertThat(told.statusCode()).isEqualTo(204);
  }

  @Test
  void limits_areSetByAdministratorsOnly() {
    WebClient admin = WebClient.of(DESK.desk(), "son");
    Map<String, String> limits = Map.of("first", "8,5", "later", "5");

    Map<String, String> mine = new java.util.HashMap<>(limits);
    mine.put("token", minh.token("/quality"));
    assertThat(minh.post("/quality/limits", mine).statusCode()).isEqualTo(403);
    Map<String, String> theirs = new java.util.HashMap<>(limits);
    theirs.put("token", admin.token("/quality"));
    assertThat(admin.post("/quality/limits", theirs).statusCode()).isEqualTo(303);
    assertThat(Jsoup.parse(minh.get("/quality").body()).select(".hint").text()).contains("8,5");
    theirs.put("first", "8");
    admin.post("/quality/limits", theirs);
  }
}
