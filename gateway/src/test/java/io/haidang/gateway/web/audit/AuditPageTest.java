package io.haidang.gateway.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit as a page. */
class AuditPageTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private final WebClient son = WebClient.of(DESK.desk(), "son");

  @Test
  void audit_forAdministrators_saysWhoDidWhatInWords() {
    WebClient lan = WebClient.of(DESK.desk(), "lan");
    lan.submit(Map.of("title", "Tin <b>đậm</b>", "content", "Sở Ngoại vụ họp."));

    String page = son.get("/audit?actor=lan").body();

    assertThat(page)
        .contains("Nguyễn Thị Lan", "đã tạo bản dịch", "Tin &lt;b&gt;đậm")
        .doesNotContain("<b>đậm");
    assertThat(son.get("/audit/csv?actor=lan").body()).contains("target-created");
  }

  @Test
  void office_renamed_isSaidInWords() {
    String office = Office.FIRST.name();
    send("/offices", Map.of("from", office, "to", "Phòng Báo chí"));
    send("/offices", Map.of("from", "Phòng Báo chí", "to", office));

    assertThat(son.get("/audit?area=office").body())
        .contains("đã đổi tên cơ quan", office + " → Phòng Báo chí", "Phòng Báo chí → " + office);
  }

  @Test
  void audit_dayThatIsNone_isExplained() {
    assertThat(son.get("/audit?from=hom-qua").statusCode()).isEqualTo(422);
    assertThat(son.get("/audit?from=hom-qua").body()).contains("28/02/2025");
    assertThat(son.get("/audit?area=bogus").statusCode()).isEqualTo(422);
  }

  @Test
  void chain_readOnItsPage_isIntact_andAForeignHeadIsToldInWords() {
    String foreign = "7:" + "a".repeat(64);

    assertThat(son.get("/audit").body()).contains("href=\"/audit/chain\"");
    assertThat(son.get("/audit/chain").body()).contains("Nguyên vẹn: ");
    assertThat(son.get("/audit/chain?head=" + foreign).body())
        .contains("Mã đã ghi (mắt xích 7) không thuộc chuỗi này.");
    assertThat(son.get("/audit/chain?head=abc").statusCode()).isEqualTo(422);
    assertThat(WebClient.of(DESK.desk(), "minh").get("/audit/chain").statusCode()).isEqualTo(403);
  }

  @Test
  void audit_forOthers_isClosed() {
    WebClient minh = WebClient.of(DESK.desk(), "minh");

    assertThat(minh.get("/audit").statusCode()).isEqualTo(403);
    assertThat(minh.get("/audit?from=x").statusCode()).isEqualTo(403);
    assertThat(minh.get("/audit/csv").statusCode()).isEqualTo(403);
    assertThat(minh.get("/drafts").body()).doesNotContain("href=\"/audit\"");
  }

  @Test
  void retention_setOnItsPage_isSaidInWordsAndInTheAudit() {
    HttpResponse<String> wrong = send("/retention", Map.of("secret-unpublished", "bảy"));
    HttpResponse<String> right = send("/retention", Map.of("secret-unpublished", "365"));

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"bảy\"", "36500");
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(son.get("/retention").body())
        .contains("Chưa công bố hoặc đã thu hồi: xóa sau 365 ngày kể từ lần thay đổi cuối.");
    assertThat(son.get("/audit?area=retention").body()).contains("đã sửa quy định lưu giữ");
    assertThat(WebClient.of(DESK.desk(), "minh").get("/retention").statusCode()).isEqualTo(403);
  }

  @Test
  void story_heldAndThenDeletedByHand_isGoneButForTheAudit() {
    WebClient lan = WebClient.of(DESK.desk(), "lan");
    String title = "Tin mật " + UUID.randomUUID();
    String target = lan.translated(Map.of("title", title, "content", "Sở Ngoại vụ họp."));
    Matcher story = Pattern.compile("/stories/[0-9a-f-]{36}").matcher(lan.get(target).body());
    assertThat(story.find()).isTrue();
    String keeping = story.group() + "/keeping";

    lan.post(keeping + "/hold", Map.of("token", lan.token(keeping), "reason", "<i>Khiếu nại</i>"));
    assertThat(son.get(keeping).body()).contains("&lt;i&gt;Khiếu nại").doesNotContain("<i>Khi");
    assertThat(send(keeping + "/delete", Map.of("title", title)).statusCode()).isEqualTo(409);
    send(keeping + "/lift", Map.of());
    assertThat(send(keeping + "/delete", Map.of("title", "khác")).statusCode()).isEqualTo(422);
    assertThat(lan.get(keeping).body()).doesNotContain("/keeping/delete");

    assertThat(send(keeping + "/delete", Map.of("title", title)).statusCode()).isEqualTo(303);

    assertThat(lan.get(target).statusCode()).isEqualTo(404);
    assertThat(son.get(keeping).statusCode()).isEqualTo(404);
    assertThat(son.get("/audit?area=retention").body())
        .contains("đã xóa câu chuyện")
        .doesNotContain(title);
  }

  @Test
  void engines_onTheirPage_areForAdministratorsAndKeepTheModelsOn() {
    assertThat(son.get("/engines").body()).contains("route.*", "<code>local</code>", "vi-en");
    assertThat(send("/engines/switch", Map.of("engine", "local", "on", "no")).statusCode())
        .isEqualTo(404);
    assertThat(send("/engines/order", Map.of("route", "route.*", "engines", "local")).statusCode())
        .isEqualTo(303);
    assertThat(send("/engines/order", Map.of("route", "route.*", "engines", "a,b")).statusCode())
        .isEqualTo(400);
    assertThat(son.get("/audit?area=engine").body()).contains("đã đổi thứ tự của tuyến");
    assertThat(WebClient.of(DESK.desk(), "minh").get("/engines").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("token", son.token("/account"));
    return son.post(path, form);
  }
}
