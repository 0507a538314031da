package io.haidang.gateway.web.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.TermClient;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Official names without scripts: list, page, form, decision, release. */
class NamesPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static TermClient mai;
  private static TermClient nam;

  /** A name of its own for each test. */
  private final String id = "t-" + UUID.randomUUID();

  @BeforeAll
  static void signIn() {
    mai = new TermClient(DESK.desk(), "mai");
    nam = new TermClient(DESK.desk(), "nam");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** A name in force. */
  private void approved() {
    assertThat(mai.proposeNew(id, "Trung tâm " + id, "Centre " + id).statusCode()).isEqualTo(303);
    assertThat(nam.decide("approve", nam.newestProposal(), "").statusCode()).isEqualTo(303);
  }

  @Test
  void search_withoutDiacritics_findsExactOnesFirst() {
    String page = mai.page("/glossary?q=so%20ngoai%20vu");

    assertThat(page).contains("Sở Ngoại vụ</a>").contains("Department of Foreign Affairs");
  }

  @Test
  void list_ofAllNames_hasPages() {
    assertThat(mai.page("/glossary")).contains("page=2");
    assertThat(mai.page("/glossary?page=2")).contains("aria-current=\"page\">2</a>");
  }

  @Test
  void list_endedToday_leavesOutWhatIsOfficial() {
    String page = mai.page("/glossary?days=ended&q=b%E1%BB%99");

    assertThat(page).contains("Bộ Giao thông vận tải").doesNotContain("Bộ Quốc phòng</a>");
  }

  @Test
  void name_page_saysWhy() {
    String list = mai.page("/glossary?q=S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5");
    String path = list.replaceFirst("(?s).*?href=\"(/glossary/concepts/[^\"]+)\".*", "$1");

    assertThat(mai.page(path))
        .contains("Vì sao là tên này")
        .contains("Circular 03/2009/TT-BNG")
        .contains("Danh sách của chương trình");
  }

  @Test
  void name_unknown_isNotFound() {
    assertThat(mai.browser().get("/glossary/concepts/khong-co").statusCode()).isEqualTo(404);
  }

  @Test
  void newName_approvedByAnother_isInForce() {
    HttpResponse<String> proposed = mai.proposeNew(id, "Trung tâm " + id, "Centre " + id);
    assertThat(location(proposed)).isEqualTo("/glossary/concepts/" + id + "?notice=proposed");
    assertThat(mai.page("/glossary?q=" + id)).contains("Không có tên gọi nào như vậy");

    HttpResponse<String> approved = nam.decide("approve", nam.newestProposal(), "Đã đối chiếu");

    assertThat(location(approved)).contains("notice=approved&release=");
    assertThat(mai.page("/glossary?q=" + id)).contains("Centre " + id);
    assertThat(mai.page(TermClient.CONCEPT + id)).contains("Vũ Hoài Nam").contains("Đã đối chiếu");
  }

  @Test
  void approve_ownProposal_isRefusedAndToldBefore() {
    mai.proposeNew(id, "Trung tâm " + id, "Centre " + id);
    assertThat(mai.page("/glossary/proposals")).contains("phải có người khác duyệt");

    HttpResponse<String> answer = mai.decide("approve", mai.newestProposal(), "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("phải có người khác duyệt");
    assertThat(mai.page("/glossary?q=" + id)).contains("Không có tên gọi nào như vậy");
  }

  @Test
  void withdraw_ownProposal_endsIt() {
    mai.proposeNew(id, "Trung tâm " + id, "Centre " + id);

    HttpResponse<String> answer =
        mai.send("/glossary/proposals", Map.of("withdraw", mai.newestProposal()));

    assertThat(location(answer)).endsWith("notice=withdrawn");
    assertThat(mai.page("/glossary/proposals?state=withdrawn")).contains("Centre " + id);
  }

  @Test
  void reject_withoutReason_keepsTheChoice() {
    mai.proposeNew(id, "Trung tâm " + id, "Centre " + id);
    String proposal = nam.newestProposal();

    HttpResponse<String> answer = nam.decide("reject", proposal, " ");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Cần ghi lý do")
        .containsPattern("value=\"" + proposal + "\" id=\"[^\"]*\" checked");
  }

  @Test
  void approve_several_isOneRelease() {
    mai.proposeNew(id + "-a", "Trung tâm A " + id, "Centre A " + id);
    String first = nam.newestProposal();
    mai.proposeNew(id + "-b", "Trung tâm B " + id, "Centre B " + id);
    String second = nam.newestProposal();

    HttpResponse<String> answer =
        nam.send(
            "/glossary/proposals",
            List.of(
                Map.entry("decision", "approve"),
                Map.entry("proposal", first),
                Map.entry("proposal", second),
                Map.entry("comment", "hai tên " + id)));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(nam.page("/glossary/releases"))
        .containsPattern("(?s)2 mới, 0 sửa, 0 rút.*?hai tên " + id);
  }

  @Test
  void decide_nothingChosen_isTold() {
    HttpResponse<String> answer = nam.send("/glossary/proposals", Map.of("decision", "approve"));

    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void form_addAndRemoveRows_keepsWhatWasTyped() {
    List<Map.Entry<String, String>> form = TermClient.form("Trung tâm " + id, "Centre", "0");
    form.add(Map.entry("note", "ghi chú " + id));
    List<Map.Entry<String, String>> more = new ArrayList<>(form);
    more.add(Map.entry("add", "yes"));
    List<Map.Entry<String, String>> fewer = new ArrayList<>(form);
    fewer.add(Map.entry("remove", "1"));

    assertThat(mai.send("/glossary/new", more).body())
        .contains("id=\"text-2\"")
        .contains("Trung tâm " + id)
        .contains("ghi chú " + id);
    assertThat(mai.send("/glossary/new", fewer).body())
        .doesNotContain("id=\"text-1\"")
        .contains("Trung tâm " + id);
  }

  @Test
  void form_scriptAddsARow_getsTheRowsOnly() {
    List<Map.Entry<String, String>> form = TermClient.form("Trung tâm " + id, "Centre", "0");
    form.add(Map.entry("add", "yes"));
    form.add(Map.entry("token", mai.browser().token("/glossary")));

    String rows = mai.browser().post("/glossary/new", form, "HX-Request", "true").body();

    assertThat(rows.strip()).startsWith("<div id=\"terms\">").contains("autofocus");
  }

  @Test
  void form_wrongFields_areToldAtTheField() {
    List<Map.Entry<String, String>> form =
        new ArrayList<>(TermClient.row("không", "A", "preferred"));
    form.addAll(TermClient.row("en", "B " + id, "preferred"));
    form.addAll(TermClient.row("en", "C", "preferred"));
    form.addAll(
        List.of(
            Map.entry("version", "0"),
            Map.entry("validFrom", "2026-03-02"),
            Map.entry("validTo", "2026-03-01"),
            Map.entry("successor", "không có tên này")));

    HttpResponse<String> answer = mai.send("/glossary/new", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"language-0-problem\"")
        .contains("id=\"terms-problem\"")
        .contains("id=\"validTo-problem\"")
        .contains("id=\"successor-problem\"")
        .contains("B " + id);
  }

  @Test
  void form_tooLongText_isToldAtTheField() {
    List<Map.Entry<String, String>> form = TermClient.form("Trung tâm " + id, "Centre", "0");
    form.add(Map.entry("note", "x".repeat(10_001)));

    HttpResponse<String> answer = mai.send("/glossary/new", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"note-problem\"");
  }

  @Test
  void change_isShownAsADifferenceAndInTheHistory() {
    approved();
    mai.send(
        TermClient.CONCEPT + id + "/edit",
        TermClient.form("Trung tâm " + id, "Center " + id, mai.version(id)));

    assertThat(nam.page(TermClient.CONCEPT + id))
        .contains("<del>Centre</del>")
        .contains("<ins>Center</ins>");
    nam.decide("approve", nam.newestProposal(), "");

    assertThat(mai.page(TermClient.CONCEPT + id))
        .containsPattern("(?s)<ol class=\"history\">.*<ins>Center</ins>");
  }

  @Test
  void change_staleVersion_showsTheirsAndKeepsMine() {
    approved();
    String seen = mai.version(id);
    nam.send(
        TermClient.CONCEPT + id + "/edit",
        TermClient.form("Trung tâm " + id, "Center " + id, seen));
    mai.decide("approve", mai.newestProposal(), "");

    HttpResponse<String> answer =
        mai.send(
            TermClient.CONCEPT + id + "/edit",
            TermClient.form("Trung tâm " + id, "Centrum " + id, seen));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("<ins>Center</ins>").contains("Centrum " + id);
    String present = answer.body().replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    assertThat(
            mai.send(
                    TermClient.CONCEPT + id + "/edit",
                    TermClient.form("Trung tâm " + id, "Centrum " + id, present))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void retireThenReopen_leavesTheListAndComesBack() {
    approved();
    action(mai, "retire");
    nam.decide("approve", nam.newestProposal(), "");
    assertThat(mai.page("/glossary?days=retired&q=" + id)).contains("Centre " + id);
    assertThat(mai.page("/glossary?q=" + id)).contains("Không có tên gọi nào như vậy");

    action(mai, "reopen");
    nam.decide("approve", nam.newestProposal(), "");

    assertThat(mai.page("/glossary?q=" + id)).contains("Centre " + id);
  }

  private HttpResponse<String> action(TermClient who, String kind) {
    return who.send(
        TermClient.CONCEPT + id + "/proposals", Map.of("kind", kind, "version", who.version(id)));
  }

  @Test
  void undo_proposesWhatWasBefore() {
    approved();

    assertThat(action(mai, "undo").statusCode()).isEqualTo(303);

    assertThat(nam.page("/glossary/proposals")).containsPattern("(?s)kind retire.*?" + id);
  }

  @Test
  void comment_ofAnybody_isInTheHistory() {
    approved();
    TermClient lan = new TermClient(DESK.desk(), "lan");

    lan.send(TermClient.CONCEPT + id + "/comments", Map.of("comment", "Báo Hải Phòng viết khác"));

    assertThat(mai.page(TermClient.CONCEPT + id)).contains("Báo Hải Phòng viết khác");
    assertThat(lan.send(TermClient.CONCEPT + id + "/comments", Map.of("comment", " ")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void releases_compareAndGoBack_areProposedAsABatch() {
    approved();
    String present =
        mai.page("/glossary/releases").replaceFirst("(?s).*?id=\"release-(\\d+)\".*", "$1");
    int before = Integer.parseInt(present) - 1;
    assertThat(mai.page("/glossary/diff?from=" + before + "&to=" + present))
        .contains("Trung tâm " + id);
    assertThat(mai.page("/glossary/releases/" + before + "/rollback"))
        .contains("Trở về bản " + before)
        .contains("Trung tâm " + id);

    HttpResponse<String> answer =
        mai.send("/glossary/releases/" + before + "/rollback", Map.of("comment", "nhầm"));
    String batch = location(answer);
    assertThat(nam.page(batch)).contains("nhầm").contains("approve-batch");
    HttpResponse<String> approved =
        nam.send(
            "/glossary/proposals",
            Map.of("decision", "approve-batch", "batch", batch.replaceFirst(".*batch=", "")));

    assertThat(location(approved)).contains("notice=approved");
    assertThat(mai.page("/glossary?q=" + id)).contains("Không có tên gọi nào như vậy");
  }

  @Test
  void export_everyFormat_isAFile() {
    for (String format : List.of("csv", "tsv", "xlsx", "tbx-dca", "tbx-dct", "tbx-martif")) {
      HttpResponse<String> file = mai.browser().get("/glossary/releases/1/file?format=" + format);

      assertThat(file.statusCode()).as(format).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment; filename=\"official-names-1.");
    }
    assertThat(mai.page("/glossary/releases/1/export?format=tbx-martif"))
        .contains("Những gì mất trong TBX trước 2019");
  }

  @Test
  void pages_inEnglish_areInEnglish() {
    TermClient reader = new TermClient(DESK.desk(), "nam");

    reader.send("/language", Map.of("language", "en", "next", "/glossary/proposals"));

    assertThat(reader.page("/glossary/proposals"))
        .contains("A change takes effect when a terminologist");
  }

  @Test
  void changes_ofAnEditor_areForbidden() {
    approved();
    TermClient lan = new TermClient(DESK.desk(), "lan");
    assertThat(lan.page(TermClient.CONCEPT + id)).doesNotContain("/edit\"");
    assertThat(lan.browser().get("/glossary/new").statusCode()).isEqualTo(403);
    assertThat(lan.browser().get("/glossary/import").statusCode()).isEqualTo(403);

    assertThat(lan.proposeNew(id + "-2", "Tên", "Name").statusCode()).isEqualTo(403);
    assertThat(action(lan, mai, "retire").statusCode()).isEqualTo(403);
    assertThat(lan.send("/glossary/releases/1/rollback", Map.of("comment", "")).statusCode())
        .isEqualTo(403);
    mai.proposeNew(id + "-3", "Tên " + id, "Name " + id);
    assertThat(lan.decide("approve", nam.newestProposal(), "").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> action(TermClient who, TermClient reader, String kind) {
    return who.send(
        TermClient.CONCEPT + id + "/proposals",
        Map.of("kind", kind, "version", reader.version(id)));
  }

  @Test
  void change_withoutToken_isForbidden() {
    for (String path :
        List.of(
            "/glossary/new",
            "/glossary/proposals",
            "/glossary/concepts/x/edit",
            "/glossary/concepts/x/proposals",
            "/glossary/concepts/x/comments",
            "/glossary/releases/1/rollback",
            "/glossary/import",
            "/glossary/import/run")) {
      assertThat(mai.browser().post(path, Map.of("version", "1")).statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void everyPage_notSignedIn_asksToSignIn() {
    WebClient stranger = new WebClient(DESK.desk().address());
    for (String path :
        List.of(
            "/glossary",
            "/glossary/new",
            "/glossary/proposals",
            "/glossary/releases/1/file?format=csv")) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(303);
    }
  }
}
