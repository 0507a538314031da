package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.TermClient;
import io.haidang.gateway.web.testing.WebClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people type comes out as text. The corpus only grows. */
class EscapingTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final List<String> CORPUS =
      List.of(
          "<script>alert(1)</script>",
          "\"><script>alert(1)</script>",
          "' onfocus='alert(1)' autofocus='",
          "\" onmouseover=\"alert(1)\" x=\"",
          "</textarea><script>alert(1)</script>",
          "</title><svg onload=alert(1)>",
          "<img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "{{constructor.constructor('alert(1)')()}}",
          "<!--<script>-->");

  private static final Pattern TARGET = Pattern.compile("/targets/[0-9a-f-]{36}");

  private final WebClient lan = WebClient.of(DESK.desk(), "lan");

  private static void assertHarmless(HttpResponse<String> page) {
    for (Element element : Jsoup.parse(page.body()).getAllElements()) {
      boolean ownScript = element.attr("src").startsWith("/assets/");
      assertThat(element.normalName().equals("script") && !ownScript)
          .as(element.cssSelector())
          .isFalse();
      assertThat(List.of("svg", "iframe", "object", "style")).doesNotContain(element.normalName());
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).doesNotStartWith("on").doesNotStartWith("hx-on");
        if (List.of("href", "src", "action").contains(attribute.getKey())) {
          assertThat(attribute.getValue()).matches("[/#].*");
        }
      }
    }
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void form_hostileFields_areShownAsText() {
    for (String text : CORPUS) {
      HttpResponse<String> page =
          lan.submit(
              Map.of("title", text, "content", text, "textDate", text, "sensitivity", text),
              text.replace('"', '\'') + ".png",
              text.getBytes(StandardCharsets.UTF_8));

      assertThat(page.statusCode()).isEqualTo(422);
      assertHarmless(page);
    }
  }

  @Test
  void signIn_hostileName_isShownAsText() {
    WebClient browser = new WebClient(DESK.desk().address());
    for (String text : CORPUS) {
      assertHarmless(
          browser.post(
              "/sign-in",
              Map.of(
                  "token", browser.token("/sign-in"),
                  "login", text,
                  "password", text,
                  "next", text)));
    }
  }

  @Test
  void search_hostileQuery_isShownAsText() {
    for (String text : CORPUS) {
      String query = URLEncoder.encode(text, StandardCharsets.UTF_8);

      assertHarmless(lan.get("/glossary?q=" + query));
    }
  }

  @Test
  void formForAName_hostileAddress_isShownAsText() {
    TermClient mai = new TermClient(DESK.desk(), "mai");
    for (String text : CORPUS) {
      String query = URLEncoder.encode(text, StandardCharsets.UTF_8);

      HttpResponse<String> form =
          mai.browser().get("/glossary/new?vi=" + query + "&ja=" + query + "&" + query + "=1");

      assertThat(form.statusCode()).isEqualTo(200);
      assertHarmless(form);
    }
  }

  /** A name whose every text is hostile, on all the pages that show it. */
  @Test
  void officialName_hostileTexts_areShownAsText() {
    TermClient mai = new TermClient(DESK.desk(), "mai");
    for (int i = 0; i < CORPUS.size(); i++) {
      String text = CORPUS.get(i) + " " + i;
      List<Map.Entry<String, String>> form = TermClient.form(text, text, "0");
      for (String field :
          List.of("id", "source", "article", "domain", "definition", "note", "comment")) {
        form.add(Map.entry(field, text));
      }
      HttpResponse<String> proposed = mai.send("/glossary/new", form);
      assertThat(proposed.statusCode()).isEqualTo(303);
      String path = proposed.headers().firstValue("Location").orElse("").replaceFirst("\\?.*", "");
      HttpResponse<String> page = mai.browser().get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertHarmless(page);
      assertHarmless(mai.browser().get(path + "/panel", "HX-Request", "true"));
      form.add(Map.entry("successor", text));
      form.add(Map.entry("validFrom", text));
      HttpResponse<String> refused = mai.send("/glossary/new", form);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertHarmless(refused);
    }
    assertHarmless(mai.browser().get("/glossary/proposals"));
  }

  @Test
  void importedList_hostileCells_areShownAsText() {
    TermClient mai = new TermClient(DESK.desk(), "mai");
    String cells = String.join("\t", CORPUS);
    String list = "vi\ten\t" + cells + "\n" + "A\tB\t" + cells + "\n\tC\t" + cells + "\n";
    mai.browser()
        .upload(
            "/glossary/import",
            Map.of("token", mai.browser().token("/glossary"), "format", ""),
            "<script>alert(1)</script>.tsv",
            list.getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !mai.page("/glossary/import/run").contains("id=\"progress\""));

    assertThat(mai.page("/glossary/import/run")).contains("&lt;script&gt;");
    assertHarmless(mai.browser().get("/glossary/import/run"));
  }

  @Test
  void everyPage_hostileDraft_isShownAsText() {
    String title = String.join(" ", CORPUS.subList(0, 4));
    String text = String.join(" ", CORPUS) + " Bảo tàng Sóng <script>alert(1)</script>";
    assertThat(lan.submit(Map.of("title", title, "content", text)).statusCode()).isEqualTo(303);
    String target = firstTarget();
    await().atMost(Duration.ofMinutes(2)).until(() -> lan.get("/queue").body().contains(target));

    for (String path : List.of("", "/summary", "/history", "?filter=findings")) {
      HttpResponse<String> page = lan.get(target + path);

      assertThat(page.statusCode()).isEqualTo(200);
      assertHarmless(page);
    }
    TermClient mai = new TermClient(DESK.desk(), "mai");
    assertHarmless(mai.browser().get("/glossary/candidates"));
    HttpResponse<String> candidates =
        mai.browser().get("/glossary/candidates?target=" + target.replace("/targets/", ""));
    assertThat(candidates.body()).contains("<mark>").contains("&lt;script&gt;");
    assertHarmless(candidates);
    assertHarmless(lan.get("/queue"));
    assertHarmless(lan.get("/drafts?of=all"));
  }

  private String firstTarget() {
    Matcher target = TARGET.matcher(lan.get("/drafts").body());
    assertThat(target.find()).isTrue();
    return target.group();
  }
}
