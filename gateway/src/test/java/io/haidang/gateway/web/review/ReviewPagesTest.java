package io.haidang.gateway.web.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The workbench without scripts: edits, decisions, roles. */
class ReviewPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final Pattern OWN_VERSION =
      Pattern.compile("/segments/0\".*?name=\"version\" value=\"(\\d+)\"", Pattern.DOTALL);

  private static final Pattern FINDING =
      Pattern.compile(
          "action=\"(/targets/[0-9a-f-]{36}/segments/0/findings/numbers-[0-9a-f]{12})\"");

  private static WebClient hoa;
  private static WebClient minh;

  private final String target = translated();

  @BeforeAll
  static void signIn() {
    hoa = WebClient.of(DESK.desk(), "hoa");
    minh = WebClient.of(DESK.desk(), "minh");
  }

  /** A draft of Hoa's that waits for review. */
  private static String translated() {
    return hoa.translated(Map.of("title", "Thông báo", "content", "Sở Ngoại vụ đón 12 vị khách."));
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> save(WebClient who, String version, String text) {
    return who.post(
        target + "/segments/0",
        Map.of("token", who.token(target), "version", version, "text", text));
  }

  private HttpResponse<String> decide(WebClient who, String decision, String comment) {
    if (decision.equals("approve")) {
      minh.acceptErrors(target);
    }
    String page = minh.get(target).body();
    return who.post(
        target + "/decision",
        Map.of(
            "token",
            who.token(target),
            "decision",
            decision,
            "version",
            first(VERSION, page),
            "comment",
            comment));
  }

  @Test
  void workbench_officialName_isExplainedWithItsSource() {
    assertThat(minh.get(target).body())
        .contains("Sở Ngoại vụ</dfn>")
        .contains("Department of Foreign Affairs")
        .contains("Nguồn: pattern of the Circular");
  }

  @Test
  void workbench_unreadSegment_showsHowCloseItsMeaningIs() {
    assertThat(minh.get(target).body()).containsPattern(">gần nghĩa -?[01],\\d\\d<");

    save(minh, "1", "The Department of Foreign Affairs welcomed 12 guests.");

    assertThat(minh.get(target).body()).doesNotContain("gần nghĩa");
  }

  @Test
  void workbench_officialName_leadsToItsPageAndForScriptsToAPanel() {
    Matcher link =
        Pattern.compile("href=\"(/glossary/concepts/[^\"]+)\" hx-get=\"([^\"]+)\"")
            .matcher(minh.get(target).body());
    assertThat(link.find()).isTrue();
    String panel = link.group(2).replace("&amp;", "&");

    assertThat(minh.get(link.group(1)).body()).contains("<h1 lang=\"vi\">Sở Ngoại vụ</h1>");
    assertThat(minh.get(panel).headers().firstValue("Location")).contains(link.group(1));
    assertThat(minh.get(panel, "HX-Request", "true").body())
        .contains("Department of Foreign Affairs")
        .contains("pattern of the Circular")
        .contains("Bản 1");
  }

  @Test
  void workbench_nameInTheTranslation_isListedBelowTheEditor() {
    save(minh, "1", "The Department of Foreign Affairs welcomed 12 guests.");

    assertThat(minh.get(target).body())
        .containsPattern("(?s)names-used.*?Department of Foreign Affairs</dfn>");
  }

  @Test
  void useOfAName_leadsToTheSegment() {
    String path =
        first(Pattern.compile("href=\"(/glossary/concepts/[^\"]+)\""), minh.get(target).body());

    assertThat(minh.get(path + "/uses").body()).contains(target + "?page=1#segment-0");
  }

  @Test
  void save_text_isShownAfterTheRedirect() {
    HttpResponse<String> answer =
        save(minh, "1", "The Department of Foreign Affairs welcomed 12 guests.");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(minh.get(target).body()).contains("welcomed 12 guests.");
    assertThat(minh.get(target + "/history").body()).contains("Trần Quang Minh");
  }

  @Test
  void save_staleVersion_showsTheirsAndKeepsMine() {
    save(hoa, "1", "The Department of Foreign Affairs received 12 guests.");

    HttpResponse<String> answer =
        save(minh, "1", "The Department of Foreign Affairs hosted 12 guests.");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("received 12 guests.").contains("hosted 12 guests.");
    String version = first(OWN_VERSION, answer.body());
    assertThat(
            save(minh, version, "The Department of Foreign Affairs hosted 12 guests.").statusCode())
        .isEqualTo(303);
  }

  @Test
  void save_wrongNumber_isMarkedAndExplained() {
    save(minh, "1", "The Department of Foreign Affairs welcomed 13 guests.");

    assertThat(minh.get(target + "?filter=findings").body())
        .contains("<mark class=\"error\">13</mark>")
        .contains("Số “12” của bản gốc không có trong bản dịch.");
  }

  @Test
  void finding_ignoredWithReason_isShownAsIgnoredAndCanBeReopened() {
    save(minh, first(OWN_VERSION, minh.get(target).body()), "The Department received guests.");
    String page = minh.get(target).body();
    String finding = first(FINDING, page);

    minh.post(finding, Map.of("token", minh.token(target), "reason", "As agreed with Hoa"));
    assertThat(minh.get(target).body()).contains("As agreed with Hoa", "class=\"reopen\"");

    minh.post(finding, Map.of("token", minh.token(target), "reason", ""));
    assertThat(minh.get(target).body()).doesNotContain("As agreed with Hoa");
  }

  @Test
  void approve_author_isToldWhyNot() {
    assertThat(hoa.get(target).body()).contains("phải có người khác duyệt");

    assertThat(decide(hoa, "approve", "").statusCode()).isEqualTo(403);
  }

  @Test
  void approve_editor_isRefused() {
    WebClient lan = WebClient.of(DESK.desk(), "lan");

    assertThat(decide(lan, "approve", "").statusCode()).isEqualTo(403);
  }

  @Test
  void approve_reviewer_allowsTheDownload() {
    assertThat(decide(minh, "approve", "Đã xem.").statusCode()).isEqualTo(303);

    HttpResponse<String> file = minh.post(target + "/export", Map.of("token", minh.token(target)));

    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"thong-bao.en.txt\"");
    assertThat(file.body()).contains("Department of Foreign Affairs");
  }

  @Test
  void markedSegment_goesBackWithItsReason_andTheEditorFindsIt() {
    String segment = target + "/segments/0";
    HttpResponse<String> marked =
        minh.post(
            segment + "/change-request",
            Map.of("token", minh.token(target), "reason", "Which <b>visit</b>?"),
            "HX-Request",
            "true");
    assertThat(marked.body()).contains("Which &lt;b&gt;visit&lt;/b&gt;?");

    assertThat(decide(minh, "request-changes", "").statusCode()).isEqualTo(303);

    Document page = Jsoup.parse(hoa.get(target + "?filter=requested").body());
    assertThat(page.select(".segment .request.open").eachText())
        .containsExactly("Trần Quang Minh đề nghị sửa: Which <b>visit</b>?");
    assertThat(page.select("form[action$=/change-request]")).isEmpty();
    assertThat(hoa.get(target + "/history").body()).contains("Các đoạn cần sửa: 1");
    save(hoa, "1", "The Department of Foreign Affairs welcomed 12 guests.");
    assertThat(Jsoup.parse(hoa.get(target).body()).select(".request.answered")).hasSize(1);
  }

  @Test
  void turnedDownText_saysWhy_andCanBeMadeAnew() {
    assertThat(decide(minh, "reject", " ").statusCode()).isEqualTo(422);
    assertThat(decide(minh, "reject", "Không phải tin của ta").statusCode()).isEqualTo(303);

    Document page = Jsoup.parse(hoa.get(target).body());
    assertThat(page.select(".wish").text()).contains("Không phải tin của ta");
    Element form = Objects.requireNonNull(page.selectFirst("form[action$=/remake]"));
    HttpResponse<String> remade =
        hoa.post(
            form.attr("action"),
            Map.of(
                "token", hoa.token(target),
                "product", form.select("input[name=product]").attr("value")));
    assertThat(remade.statusCode()).isEqualTo(303);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Jsoup.parse(hoa.get(target).body()).select(".state.in-review").size() == 1);
  }

  @Test
  void approvalsPage_withoutTextsFromTheMemory_saysSo() {
    assertThat(minh.get("/approvals").body()).contains("Duyệt cùng lúc");
    HttpResponse<String> answer =
        minh.post(
            "/approvals",
            Map.of(
                "token",
                minh.token("/approvals"),
                "target",
                target.substring("/targets/".length()) + " 3"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body()).select("section li .warning").text())
        .contains("Chưa duyệt");
  }

  @Test
  void sendBack_withoutReason_isToldOnThePage() {
    HttpResponse<String> answer = decide(minh, "request-changes", " ");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Cần ghi lý do.");
  }

  @Test
  void sendBack_withReason_isReadByTheAuthorWhoResubmits() {
    decide(minh, "request-changes", "Xem lại tên riêng");

    assertThat(hoa.get(target).body()).contains("Trần Quang Minh: Xem lại tên riêng");
    HttpResponse<String> answer =
        hoa.post(
            target + "/decision",
            Map.of(
                "token", hoa.token(target),
                "decision", "resubmit",
                "version", first(VERSION, hoa.get(target).body())));
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("?notice=resubmit");
  }

  @Test
  void decide_staleVersion_keepsTheComment() {
    String version = first(VERSION, minh.get(target).body());
    save(hoa, "1", "The Department of Foreign Affairs welcomed 12 guests.");

    HttpResponse<String> answer =
        minh.post(
            target + "/decision",
            Map.of(
                "token",
                minh.token(target),
                "decision",
                "approve",
                "version",
                version,
                "comment",
                "Tôi đồng ý"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Tôi đồng ý");
  }

  @Test
  void change_withoutToken_isForbidden() {
    for (String path : new String[] {"/segments/0", "/decision", "/export"}) {
      assertThat(minh.post(target + path, Map.of("version", "1")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void export_get_isNoWayToChangeAnything() {
    assertThat(minh.get(target + "/export").statusCode()).isEqualTo(405);
  }

  @Test
  void numbers_ofBothSides_showTheirCounterpart_orThatTheyHaveNone() {
    save(minh, "1", "The Department of Foreign Affairs welcomed 12 guests.");
    Document paired = Jsoup.parse(minh.get(target).body());
    Elements figures = paired.select(".figure");
    assertThat(figures.eachText()).containsExactly("12", "12");
    assertThat(figures.eachAttr("data-figure")).containsExactly("0", "0");
    assertThat(figures.get(0).attr("title")).isEqualTo("Trong bản dịch: 12");

    save(minh, "2", "The Department of Foreign Affairs welcomed 21 guests.");
    Elements alone = Jsoup.parse(minh.get(target).body()).select(".figure.alone");
    assertThat(alone.eachText()).containsExactly("12", "21");
    assertThat(alone.eachAttr("title"))
        .containsExactly("Không có trong bản dịch", "Không có trong bản gốc");
  }

  @Test
  void typed_text_isReadWithoutBeingKept() {
    Document read = typed("The Department of Foreign Affairs welcomed twelve, or 21.");

    assertThat(read.select(".backdrop .official").eachText())
        .containsExactly("Department of Foreign Affairs");
    assertThat(read.select(".backdrop .figure.alone").eachText()).containsExactly("21");
    assertThat(read.select(".source .figure:not(.alone)").eachText()).containsExactly("12");
    assertThat(read.select(".length").text()).isEqualTo("57 ký tự");
    assertThat(minh.get(target).body()).doesNotContain("twelve, or 21");
    assertThat(readAs(minh, "x".repeat(10_001)).statusCode()).isEqualTo(400);
  }

  @Test
  void subtitles_longerThanCanBeRead_areCountedAgainstTheirLimits() {
    byte[] cue = "1\n00:00:01,000 --> 00:00:03,000\nCó 12 tàu.\n".getBytes(UTF_8);
    hoa.submit(Map.of("title", "Phụ đề"), "phu-de.srt", cue);
    await().until(() -> minh.get("/queue").body().contains("Phụ đề"));
    Document queue = Jsoup.parse(minh.get("/queue").body());
    String subtitles = queue.select("a:contains(Phụ đề)").attr("href");

    Document page = Jsoup.parse(minh.get(subtitles).body());
    Document read =
        Jsoup.parse(
            readAs(minh, subtitles, "There are 12 ships in the port of the city today.").body());

    assertThat(page.select(".length .too-much, .length .high")).isEmpty();
    assertThat(page.select(".length").text()).contains("/ 2 dòng", "hiện trong 2 giây");
    assertThat(page.select("textarea").attr("aria-describedby")).contains("length-0");
    assertThat(read.select(".length .too-much").eachText())
        .containsExactly("49 / 40 ký tự: quá mức", "24,5 / 20 ký tự mỗi giây: quá mức");
    assertThat(read.select(".length").attr("data-said")).startsWith("Đoạn 1: 49 / 40 ký tự");
  }

  @Test
  void versions_ofATranslation_areComparedByWords() {
    String text = hoa.translated(Map.of("title", "Tàu", "content", "Tàu vào cảng."));
    String segment = text + "/segments/0";
    for (String version : new String[] {"1", "2"}) {
      minh.post(
          segment,
          Map.of("token", minh.token(text), "version", version, "text", "Vessel no. " + version));
    }

    Document all = Jsoup.parse(minh.get(text + "/versions").body());
    Document equal = Jsoup.parse(minh.get(text + "/versions?from=present&to=present").body());

    assertThat(all.select("select option[selected]").eachText())
        .containsExactly("bản máy dịch", "bản hiện nay");
    assertThat(all.select(".changes ins").text()).contains("Vessel").contains("2");
    assertThat(all.select(".changes a").attr("href")).endsWith("#segment-0");
    assertThat(equal.select(".changes li")).isEmpty();
    assertThat(equal.select(".lead").text()).startsWith("Không có đoạn nào khác");
    assertThat(minh.get(text + "/history").body()).contains(text + "/versions");
  }

  private Document typed(String text) {
    return Jsoup.parse(readAs(minh, text).body());
  }

  private HttpResponse<String> readAs(WebClient who, String text) {
    return readAs(who, target, text);
  }

  private static HttpResponse<String> readAs(WebClient who, String target, String text) {
    return who.post(target + "/segments/0/typed", Map.of("token", who.token(target), "text", text));
  }
}
