package io.haidang.gateway.web.aid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Other wordings, earlier texts and the preview, with and without a script. */
class AidPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static WebClient hoa;

  @BeforeAll
  static void signIn() {
    hoa = WebClient.of(DESK.desk(), "hoa");
  }

  private static String translated(String format, String content) {
    return hoa.translated(Map.of("title", "Trợ giúp", "content", content, "format", format));
  }

  @Test
  void alternatives_ofASegment_keepTheOfficialNameAndCanBeTaken() {
    String target = translated("plain", "Sở Ngoại vụ đón 12 vị khách đến từ nước ngoài.");

    String panel = hoa.get(target + "/segments/0/alternatives", "HX-Request", "true").body();
    String page = hoa.get(target + "/segments/0/alternatives").body();

    assertThat(panel).contains("class=\"insert-match\"").doesNotContain("<html");
    Matcher wording = Pattern.compile("data-text=\"([^\"]*)\"").matcher(panel);
    while (wording.find()) {
      assertThat(wording.group(1)).contains("Department of Foreign Affairs").contains("12");
    }
    assertThat(page).contains("Cách dịch khác của đoạn 1").doesNotContain("insert-match");
  }

  @Test
  void concordance_ofWordsThatNobodyHasTranslated_saysSoAndQuotesThemAsText() {
    String target = translated("plain", "Trăng rằm tháng tám.");

    String page = hoa.get(target + "/concordance?q=%3Cb%3Enowhere%3C%2Fb%3E").body();

    assertThat(page).contains("&lt;b>nowhere&lt;/b>").doesNotContain("<b>nowhere");
    assertThat(hoa.get(target + "/concordance?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
  }

  @Test
  void preview_ofAWebPage_isAloneInItsFrame() {
    String target =
        translated("html", "<h1>Tin</h1><p>Chợ hoa mở cửa.</p><script>alert(1)</script>");

    assertThat(hoa.get(target + "/preview").body())
        .contains("<iframe class=\"preview\" src=\"" + target + "/preview/document\" sandbox");
    HttpResponse<String> document = hoa.get(target + "/preview/document");
    assertThat(document.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox; default-src 'none'");
    assertThat(document.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
  }

  @Test
  void preview_ofAPlainText_showsBothLanguagesByParagraph() {
    String target = translated("plain", "Chợ hoa mở cửa. Khách đến rất đông.\n\nTrời nắng đẹp.");

    String page = hoa.get(target + "/preview").body();

    assertThat(page).contains("<p lang=\"vi\">Chợ hoa mở cửa. Khách đến rất đông.</p>");
    assertThat(page).doesNotContain("<iframe");
    assertThat(hoa.get(target + "/preview/document").headers().firstValue("Content-Type"))
        .contains("text/plain; charset=utf-8");
  }

  /** A sentence over two cues, of which the second is still there when the next one begins. */
  private static final String SUBTITLES =
      """
      1
      00:00:01,000 --> 00:00:02,000
      Hội nghị có 45 đại biểu

      2
      00:00:02,000 --> 00:00:09,800
      tham dự.

      3
      00:00:09,500 --> 00:00:12,000
      Xin cảm ơn.
      """;

  @Test
  void timeline_ofSubtitles_showsCuesAtTheirTimesWithTheirSegmentsAndWhatIsWrong() {
    String target = hoa.translated(Map.of("title", "Phim"), "phim.srt", SUBTITLES.getBytes(UTF_8));

    Document line = Jsoup.parse(hoa.get(target + "/timeline", "HX-Request", "true").body());
    Document page = Jsoup.parse(hoa.get(target + "/timeline").body());

    assertThat(line.select(".cue").eachAttr("data-start")).containsExactly("1000", "2000", "9500");
    assertThat(line.select(".cue").eachAttr("data-segments")).containsExactly("0", "0", "1");
    assertThat(line.select(".cue.overlap .trouble").eachText())
        .contains("Chồng lên câu sau 300 ms.");
    assertThat(line.select(".cue a").eachAttr("href")).allMatch(href -> href.startsWith(target));
    assertThat(line.select("header")).isEmpty();
    assertThat(page.select("header .brand, .cue")).hasSizeGreaterThan(3);
    assertThat(hoa.get(target).body()).contains("id=\"timeline\"");
  }

  @Test
  void timeline_ofATextWithoutTimes_isNotFound() {
    String target = translated("plain", "Chợ hoa mở cửa.");

    assertThat(hoa.get(target + "/timeline").statusCode()).isEqualTo(404);
    assertThat(hoa.get(target).body()).doesNotContain("id=\"timeline\"");
  }
}
