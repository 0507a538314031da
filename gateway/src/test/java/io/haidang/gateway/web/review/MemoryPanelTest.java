package io.haidang.gateway.web.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the memory has is shown beside a segment, and where an approved text is from. */
class MemoryPanelTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  private final WebClient hoa = WebClient.of(DESK.desk(), "hoa");
  private final WebClient minh = WebClient.of(DESK.desk(), "minh");

  private String translated(String title, String text) {
    return hoa.translated(Map.of("title", title, "content", text));
  }

  private void approve(String target) {
    minh.acceptErrors(target);
    Matcher version = VERSION.matcher(minh.get(target).body());
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
  }

  @Test
  void segment_likeAnApprovedOne_showsItWithTheWordsThatDiffer() {
    String first = translated("Tàu", "Tàu khách đầu tiên cập cảng sáng nay.");
    approve(first);
    String second = translated("Tàu hàng", "Tàu hàng đầu tiên cập cảng sáng nay.");

    String page = minh.get(second).body();
    // The index follows approvals a moment later.
    String panel =
        await()
            .until(
                () -> minh.get(second + "/segments/0/memory", "HX-Request", "true").body(),
                shown -> shown.contains("<del>"));

    assertThat(page).contains("hx-get=\"" + second + "/segments/0/memory\"");
    assertThat(panel)
        .contains("<del>khách</del>")
        .contains("<ins>hàng</ins>")
        .contains("<b>88 %</b> gần giống")
        .contains("Trần Quang Minh đã duyệt")
        .contains(first + "#segment-0")
        .contains("class=\"insert-match\"");
    assertThat(minh.get(second + "/segments/0/memory").body())
        .contains("<h1>Bộ nhớ dịch cho đoạn 1</h1>")
        .contains("href=\"" + second + "#segment-0\"");
  }

  @Test
  void segment_thatWasApprovedBefore_saysByWhom() {
    String text = "Chợ hoa mở cửa suốt đêm cuối năm.";
    approve(translated("Chợ", text));

    assertThat(minh.get(translated("Chợ nữa", text)).body())
        .contains("từ bộ nhớ")
        .contains("Lấy từ bộ nhớ dịch (101 %), người duyệt hoặc nhập: Trần Quang Minh.");
  }

  @Test
  void segments_thatWereApprovedBefore_areConfirmedTogether() {
    String text = "Chợ nổi họp từ sáng sớm trên sông.";
    approve(translated("Chợ nổi", text));
    String target = translated("Chợ nổi nữa", text + "\nĐò ngang chở khách sang bờ bên kia.");
    Document page = Jsoup.parse(minh.get(target).body());
    Element form = page.expectFirst("#matched");
    assertThat(form.text()).contains("Một đoạn đúng từng chữ", "Xác nhận đoạn này");
    Map<String, String> fields =
        Map.of(
            "token",
            minh.token(target),
            "segments",
            form.expectFirst("[name=segments]").attr("value"));

    HttpResponse<String> answer = minh.post(form.attr("action"), fields);

    assertThat(answer.statusCode()).isEqualTo(303);
    Document after = Jsoup.parse(minh.get(target).body());
    assertThat(after.select("#segment-0.confirmed")).hasSize(1);
    assertThat(after.select("#segment-1.machine")).hasSize(1);
    assertThat(after.select("#matched")).isEmpty();
    assertThat(minh.post(form.attr("action"), Map.of("token", minh.token(target))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void segment_likeNothing_saysSo() {
    String target = translated("Trăng", "Đêm rằm trăng sáng vằng vặc trên đỉnh núi.");
    assertThat(minh.get(target + "/segments/0/memory", "HX-Request", "true").body())
        .contains("Bộ nhớ dịch không có đoạn nào giống đoạn này.");
  }
}
