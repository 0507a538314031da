package io.haidang.gateway.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one is told, without scripts. */
class InboxPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private final WebClient lan = WebClient.of(DESK.desk(), "lan");
  private final WebClient minh = WebClient.of(DESK.desk(), "minh");

  private static Document page(WebClient who, String path) {
    return Jsoup.parse(who.get(path).body());
  }

  @Test
  void mention_leadsFromTheBellToWhatWasSaid() {
    lan.submit(Map.of("title", "Tin <b>mới</b>", "content", "Cảng."));
    String target = page(lan, "/drafts").select("a[href^=/targets/]").attr("href");
    minh.post(
        target + "/comments",
        Map.of("token", minh.token(target + "/comments"), "text", "@lan xem giúp."));

    Document inbox = page(lan, "/inbox");
    assertThat(inbox.select(".bell .count").text()).isEqualTo("1");
    Element told = Objects.requireNonNull(inbox.select(".notifications li.new a").first());
    assertThat(told.text()).contains("Trần Quang Minh");
    assertThat(inbox.select(".notifications b")).isEmpty();

    HttpResponse<String> opened = lan.get(told.attr("href"));
    assertThat(opened.headers().firstValue("Location")).hasValue(target + "/comments");
    assertThat(page(lan, "/inbox").select(".bell .count")).isEmpty();
    assertThat(page(lan, "/inbox?show=new").select(".notifications li")).isEmpty();
    assertThat(minh.get(told.attr("href")).statusCode()).isEqualTo(404);
  }

  @Test
  void notifications_allMarkedAsRead_areNoLongerNew() {
    lan.submit(Map.of("content", "Cảng."));
    String target = page(lan, "/drafts").select("a[href^=/targets/]").attr("href");
    String token = minh.token(target + "/comments");
    minh.post(target + "/comments", Map.of("token", token, "text", "@lan một"));
    minh.post(target + "/comments", Map.of("token", token, "text", "@lan hai"));
    Document inbox = page(lan, "/inbox");
    String upTo = inbox.select("input[name=upTo]").attr("value");

    lan.post("/inbox/read", Map.of("token", lan.token("/inbox"), "upTo", upTo));

    assertThat(page(lan, "/inbox").select(".notifications li.new")).isEmpty();
  }

  @Test
  void settings_chosen_areKeptAndWhatIsUnfitIsRefused() {
    Map<String, String> form = new HashMap<>();
    for (Occasion occasion : Occasion.values()) {
      form.put(occasion.id(), "page");
    }
    form.put("approved", "mail");
    form.put("pace", "daily");
    form.put("address", "lan@haiphong.gov.vn\nBcc: x@y.example");
    form.put("token", lan.token("/inbox/settings"));

    HttpResponse<String> refused = lan.post("/inbox/settings", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("#address").attr("value")).contains("Bcc");

    form.put("address", "lan@haiphong.gov.vn");
    assertThat(lan.post("/inbox/settings", form).statusCode()).isEqualTo(303);
    Document kept = page(lan, "/inbox/settings");
    assertThat(kept.select("input[name=approved][checked]").attr("value")).isEqualTo("mail");
    assertThat(kept.select("input[name=pace][checked]").attr("value")).isEqualTo("daily");
    assertThat(kept.select("#address").attr("value")).isEqualTo("lan@haiphong.gov.vn");
  }

  @Test
  void letters_areForAdministrators() {
    assertThat(lan.get("/letters").statusCode()).isEqualTo(403);
    assertThat(page(WebClient.of(DESK.desk(), "son"), "/letters").select(".notice").text())
        .contains("mail.host");
  }
}
