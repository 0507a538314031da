package io.haidang.gateway.web.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Colleagues talk about a text, without scripts and as parts of the workbench. */
class DiscussionPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static WebClient lan;
  private static WebClient minh;
  private static String target;

  @BeforeAll
  static void submit() {
    lan = WebClient.of(DESK.desk(), "lan");
    minh = WebClient.of(DESK.desk(), "minh");
    HttpResponse<String> sent =
        lan.submit(Map.of("content", "Cảng Hải Phòng đón 120 tàu. Các đại biểu đã thăm cảng."));
    target = sent.headers().firstValue("Location").orElse("");
    if (!target.startsWith("/targets/")) {
      target = Jsoup.parse(lan.get("/drafts").body()).select("a[href^=/targets/]").attr("href");
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> lan.get(target).body().contains("id=\"segment-0\""));
  }

  private static HttpResponse<String> send(
      WebClient who, String path, Map<String, String> fields, String... headers) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("token", who.token(target + "/comments"));
    return who.post(path, form, headers);
  }

  private static Document comments(WebClient who) {
    return Jsoup.parse(who.get(target + "/comments").body());
  }

  @Test
  void comment_onASegment_isCountedOnItsCardAndBeforeApproval() {
    HttpResponse<String> sent =
        send(minh, target + "/comments", Map.of("segment", "0", "text", "Số tàu đúng chưa? @lan"));

    assertThat(sent.statusCode()).isEqualTo(303);
    Document workbench = Jsoup.parse(minh.get(target).body());
    assertThat(workbench.select("#comments-0").text()).isNotEmpty();
    assertThat(workbench.select("details.decision .unresolved a").attr("href"))
        .isEqualTo(target + "/comments");
    Element thread = Objects.requireNonNull(comments(lan).select(".thread:has(.mention)").last());
    assertThat(thread.select(".mention").text()).isEqualTo("@lan");
    String id = thread.id().substring("thread-".length());

    send(lan, target + "/comments/" + id, Map.of("text", "Đúng: https://haiphong.gov.vn/tau."));
    send(lan, target + "/comments/" + id + "/state", Map.of("state", "resolved"));

    Element resolved = Objects.requireNonNull(comments(minh).getElementById("thread-" + id));
    assertThat(resolved.hasClass("resolved")).isTrue();
    assertThat(resolved.select(".said a").attr("href")).isEqualTo("https://haiphong.gov.vn/tau");
    assertThat(resolved.select(".said a").attr("rel")).contains("noopener", "noreferrer");
    assertThat(Jsoup.parse(minh.get(target).body()).select("#comments-0").text()).isEmpty();
  }

  @Test
  void comment_hostile_isShownAsText() {
    String hostile = "</textarea><script>alert(1)</script> https://x.example/\"onclick=\"a @<b>";

    send(minh, target + "/comments", Map.of("text", hostile));

    Element said = Objects.requireNonNull(comments(lan).select(".said").last());
    assertThat(said.text()).isEqualTo(hostile);
    assertThat(said.select("script, b")).isEmpty();
    assertThat(said.select("[onclick]")).isEmpty();
  }

  @Test
  void comment_refused_staysInItsForm() {
    HttpResponse<String> refused =
        send(minh, target + "/comments", Map.of("segment", "0", "text", "a\u0001b"));

    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select(".problem[role=alert]").text()).isNotEmpty();
    assertThat(page.select("#say-new-0").text()).startsWith("a");
  }

  @Test
  void segment_askedForByAScript_comesWithItsCount() {
    HttpResponse<String> part =
        send(
            minh,
            target + "/comments",
            Map.of("segment", "1", "text", "Một ý nữa."),
            "HX-Request",
            "true");

    Document fragment = Jsoup.parseBodyFragment(part.body());
    assertThat(fragment.select("section.discussion")).hasSize(1);
    assertThat(fragment.select("#comments-1[hx-swap-oob]").text()).isNotEmpty();
  }

  @Test
  void colleagues_typed_areOfferedToScripts() {
    assertThat(lan.get(target + "/colleagues?q=min").body()).contains("\"login\":\"minh\"");
    assertThat(lan.get(target + "/colleagues?q=%25").body()).doesNotContain("minh");
  }

  @Test
  void segment_thatIsNone_isUnknown() {
    assertThat(lan.get(target + "/segments/x/comments").statusCode()).isEqualTo(404);
    assertThat(send(lan, target + "/comments", Map.of("segment", "-1", "text", "a")).statusCode())
        .isEqualTo(404);
  }
}
