package io.haidang.gateway.web.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queue without scripts: filters, claims, assignments, saved views. */
class QueuePagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Pattern TARGET = Pattern.compile("/targets/[0-9a-f-]{36}");
  private static final Pattern VIEW = Pattern.compile("action=\"(/queue/views/[0-9a-f-]{36})\"");

  private static WebClient hoa;
  private static WebClient minh;
  private static WebClient son;

  @BeforeAll
  static void signIn() {
    hoa = WebClient.of(DESK.desk(), "hoa");
    minh = WebClient.of(DESK.desk(), "minh");
    son = WebClient.of(DESK.desk(), "son");
  }

  /** A draft of Hoa's of that title that waits for review. */
  private static String waiting(String title) {
    hoa.submit(Map.of("title", title, "content", "Sở Ngoại vụ đón 12 vị khách."));
    await().atMost(Duration.ofMinutes(2)).until(() -> TARGET.matcher(found(minh, title)).find());
    return first(TARGET, found(minh, title));
  }

  private static String found(WebClient who, String title) {
    return who.get("/queue?title=" + title).body();
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(found.groupCount());
  }

  private static HttpResponse<String> send(WebClient who, String path, String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", who.token("/queue"));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return who.post(path, form);
  }

  @Test
  void queue_row_saysWhyItIsWhereItIs() {
    waiting("vi-sao");

    assertThat(found(minh, "vi-sao"))
        .contains("1 tên chính thức cần xem")
        .contains("sẽ công bố ra ngoài")
        .contains("nên đọc trước");
  }

  @Test
  void queue_filterThatNothingFits_saysSoAndLeadsBack() {
    assertThat(minh.get("/queue?form=headline&title=none").body())
        .contains("Không có văn bản nào hợp")
        .contains("<a href=\"/queue\">");
    assertThat(minh.get("/queue?state=nonsense").statusCode()).isEqualTo(200);
  }

  @Test
  void queue_fragment_isTheRowsAlone() {
    assertThat(minh.get("/queue", "HX-Request", "true").body())
        .startsWith("<div id=\"queue-rows\"")
        .doesNotContain("<html");
  }

  @Test
  void claim_isSeenByOthers_whoMayStillRead() {
    String target = waiting("nhan");

    assertThat(send(minh, target + "/claim").statusCode()).isEqualTo(303);

    assertThat(found(hoa, "nhan")).contains("đang xử lý: Trần Quang Minh");
    assertThat(hoa.get(target).statusCode()).isEqualTo(200);
    assertThat(hoa.get(target + "/work", "HX-Request", "true").body())
        .contains("Trần Quang Minh đang xử lý")
        .doesNotContain("Nhận văn bản");
    send(hoa, target + "/claim");
    assertThat(minh.get(target + "/work").body()).contains("Bạn đang xử lý văn bản này");
    send(minh, target + "/claim/release");
    assertThat(hoa.get(target + "/work").body()).contains("Chưa ai nhận");
  }

  @Test
  void next_givesAReviewerATextOfSomebodyElse() {
    waiting("ke-tiep");

    HttpResponse<String> taken = send(minh, "/queue/next", "title", "ke-tiep");
    HttpResponse<String> own = send(hoa, "/queue/next", "title", "ke-tiep");

    assertThat(location(taken)).startsWith("/targets/").endsWith("notice=taken");
    assertThat(minh.get(location(taken)).body()).contains("Bạn đã nhận văn bản này.");
    assertThat(location(own)).contains("nothing=true");
    assertThat(hoa.get(location(own)).body()).contains("Không còn văn bản nào để nhận");
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void assignmentAndDeadline_areShownInTheQueue() {
    String target = waiting("giao");

    send(minh, target + "/assignment", "to", "hoa");
    send(minh, target + "/deadline", "day", "28/02/2020", "time", "09:30");

    assertThat(found(minh, "giao"))
        .contains("giao cho Phạm Thanh Hoa")
        .contains("quá hạn")
        .containsPattern("09:30");
    assertThat(hoa.get("/queue?whose=mine").body()).contains(target);
    assertThat(minh.get(target + "/work").body()).contains("value=\"28/02/2020\"");
    HttpResponse<String> wrong =
        send(minh, target + "/deadline", "day", "30/02/2026", "time", "09:30");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"30/02/2026\"").contains("Ngày giờ không đúng");
    assertThat(send(minh, target + "/assignment", "to", "nobody").statusCode()).isEqualTo(422);
    assertThat(send(son, target + "/deadline", "day", "").statusCode()).isEqualTo(303);
    assertThat(minh.get(target + "/work").body()).doesNotContain("28/02/2020");
  }

  @Test
  void view_savedRenamedDeleted_isOnlyTheOwners() {
    HttpResponse<String> saved =
        send(minh, "/queue/views", "name", "Của <tôi>", "whose", "mine", "state", "approved");

    assertThat(location(saved)).isEqualTo("/queue?state=approved&whose=mine");
    String page = minh.get("/queue").body();
    assertThat(page).contains("Của &lt;tôi>").doesNotContain("Của <tôi>");
    String view = first(VIEW, page);
    assertThat(hoa.get("/queue").body()).doesNotContain(view);
    assertThat(send(hoa, view + "/delete").statusCode()).isEqualTo(404);
    send(minh, view, "name", "Đã duyệt của tôi");
    assertThat(minh.get("/queue").body()).contains("Đã duyệt của tôi");
    send(minh, view + "/delete");
    assertThat(minh.get("/queue").body()).doesNotContain(view);
  }
}
