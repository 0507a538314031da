package io.haidang.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.web.DeskPages.Stop;
import io.haidang.gateway.web.story.StoryClient;
import io.haidang.gateway.web.testing.RunningDesk;
import io.haidang.gateway.web.testing.TermClient;
import io.haidang.gateway.web.testing.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Something of every kind that the pages of the desk show, made as people make it: with forms. */
final class DeskThings {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String TEXT =
      "Sở Ngoại vụ đón 12 vị khách. Các đại biểu đã thăm Cảng nước sâu Lạch Huyện. Bộ Giao thông"
          + " vận tải cùng dự buổi làm việc. Tổng vốn của 4 bến cảng là 1.234,5 tỷ đồng.";

  private static final String APPROVED_TEXT =
      "Sở Ngoại vụ thành phố Hải Phòng thông báo lịch tiếp công dân. Thời gian từ 8h30 đến 11h30"
          + " ngày 15/12/2026. Trạm Đèn biển Hòn Dấu mở cửa đón khách.";

  private static final String LIST =
      """
      vi;en;forbidden_en;source;valid_from
      Trạm Đèn biển Hòn Dấu;Hon Dau Lighthouse Station;Hon Dau Light;danh sách của cơ quan;
      Trạm Đèn biển Long Châu;Long Chau Lighthouse Station;;danh sách của cơ quan;hôm qua
      """;

  private final WebClient lan;
  private final WebClient minh;
  private final WebClient son;
  private final TermClient mai;
  private final TermClient nam;

  /** The paths of the things, by key. */
  private final Map<String, String> paths = new HashMap<>();

  private DeskThings(RunningDesk desk) {
    lan = WebClient.of(desk, "lan");
    minh = WebClient.of(desk, "minh");
    son = WebClient.of(desk, "son");
    mai = new TermClient(desk, "mai");
    nam = new TermClient(desk, "nam");
  }

  /** Makes them all; takes as long as the machine needs for three texts and a story. */
  static DeskThings make(RunningDesk desk) {
    DeskThings things = new DeskThings(desk);
    things.texts();
    things.story();
    things.names();
    things.administration();
    return things;
  }

  /** Where a page is. */
  String path(Stop stop) {
    String address = stop.address();
    if (stop.thing() != null) {
      for (String id : Objects.requireNonNull(paths.get(stop.thing())).split(" ", -1)) {
        address = address.replaceFirst(":[a-z]+", id);
      }
    }
    return address.replace(":index", "0");
  }

  private void texts() {
    paths.put("film", id(lan.translated(Map.of("title", "Phim"), "tour.vi.srt", film())));
    String approved = lan.translated(Map.of("title", "Lịch tiếp", "content", APPROVED_TEXT));
    approve(approved);
    paths.put("approved", id(approved));
    String text = lan.translated(Map.of("title", "Tiếp khách", "content", TEXT));
    press(
        lan,
        text + "/comments",
        "form.say",
        List.of(Map.entry("text", "@minh Xin xem giúp số liệu của câu cuối.")));
    paths.put("text", id(text));
    String draw = YearMonth.now(Office.ZONE).toString();
    String sample =
        press(
            minh,
            "/quality/samples",
            "form.limits",
            List.of(Map.entry("first", draw), Map.entry("last", draw)));
    paths.put("sample", id(sample));
  }

  private static byte[] film() {
    try {
      return Files.readAllBytes(RunningDesk.repository().resolve("docs/samples/tour.vi.srt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a correction before, so that there is something to compare. */
  private void approve(String target) {
    String first = target + "/segments/0";
    String text = page(minh, target).expectFirst("#text-0").text();
    press(
        minh,
        target,
        "form[action=" + first + "]",
        List.of(Map.entry("text", text + " (Haiphong)")));
    minh.acceptErrors(target);
    press(
        minh,
        target,
        "form:has([name=decision][value=approve])",
        List.of(Map.entry("comment", "Đã đối chiếu với lịch của Sở.")));
    String story = link(lan, target, "a[href^=/stories/]").replaceFirst("[?#].*", "");
    press(lan, story, "form[action$=/publish]", List.of());
  }

  private void story() {
    String story =
        press(
            lan,
            "/stories/new",
            "form[action=/stories]",
            List.of(Map.entry("content", StoryClient.ARTICLE)));
    Entry<String, String> asked = Map.entry("form", "headline");
    press(
        lan, story, "form[action$=/products]", List.of(asked, Map.entry("form", "post-linkedin")));
    await().atMost(PATIENCE).until(() -> !lan.get(story).body().contains("every 2s"));
    String part = link(lan, story, ".part a[href*=/assets/]");
    String content = page(lan, part).expectFirst("#content").wholeText().strip();
    press(
        lan,
        part,
        "form[action=" + part + "]",
        List.of(
            Map.entry("content", content.replace("18.500", "19.200")),
            Map.entry("note", "Số liệu mới")));
    paths.put("story", id(story) + " " + id(part));
    Element product =
        Objects.requireNonNull(page(lan, story).select(".matrix a[href*=/products/]").last());
    paths.put("product", id(story) + " " + id(product.attr("href")));
  }

  private void names() {
    String concept = link(mai.browser(), "/glossary?q=Bộ+Giao+thông+vận+tải", ".names th a");
    paths.put("concept", id(concept));
    paths.put("campaign", id(press(mai.browser(), concept, "form[action$=/campaigns]", List.of())));
    mai.proposeNew("den-bien-hon-dau", "Trạm Đèn biển Hòn Dấu", "Hon Dau Lighthouse Station");
    nam.decide("approve", nam.newestProposal(), "");
    paths.put("release", "1");
    mai.proposeNew("den-bien-long-chau", "Trạm Đèn biển Long Châu", "Long Chau Lighthouse");
    String form = mai.browser().token("/glossary/import");
    mai.browser()
        .upload(
            "/glossary/import",
            Map.of("token", form, "format", ""),
            "den-bien.csv",
            LIST.getBytes(UTF_8));
    await()
        .atMost(PATIENCE)
        .until(() -> mai.page("/glossary/import/run").contains("import-summary"));
  }

  private void administration() {
    paths.put("account", id(link(son, "/accounts", "tbody th a")));
    press(
        son,
        "/keys",
        "form[action=/keys]",
        List.of(Map.entry("login", "lan"), Map.entry("name", "Cổng thông tin")));
    paths.put("key", id(link(son, "/keys", "tbody th a")));
    press(
        son,
        "/webhooks",
        "form[action=/webhooks]",
        List.of(Map.entry("url", "https://cms.example/hooks"), Map.entry("event", "approved")));
    paths.put("webhook", id(link(son, "/webhooks", "tbody th a")));
  }

  /**
   * Fills in a form of a page and sends it.
   *
   * @param typed fields that take the place of what is in the form
   * @return where the answer leads; empty for a page
   */
  private static String press(
      WebClient who, String path, String css, List<Entry<String, String>> typed) {
    FormElement form = (FormElement) page(who, path).expectFirst(css);
    List<Entry<String, String>> fields = new ArrayList<>(typed);
    form.formData().stream()
        .filter(field -> typed.stream().noneMatch(own -> own.getKey().equals(field.key())))
        .forEach(field -> fields.add(Map.entry(field.key(), field.value())));
    HttpResponse<String> answer = who.post(form.attr("action"), fields);
    assertThat(answer.statusCode()).as(path + " " + css).isLessThan(400);
    return answer.headers().firstValue("Location").orElse("").replaceFirst("[?#].*", "");
  }

  private static Document page(WebClient who, String path) {
    return Jsoup.parse(who.get(path).body());
  }

  private static String link(WebClient who, String path, String css) {
    Element link = page(who, path).expectFirst(css);
    return link.attr("href");
  }

  private static String id(String path) {
    return path.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
  }
}
