package io.haidang.gateway.web.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.admin.AdminServices;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.clientterms.ClientServices;
import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.engine.Sentences;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.http.HttpLimits;
import io.haidang.gateway.http.HttpVerticle;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Monitoring;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.library.Newsroom;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.mail.Letters;
import io.haidang.gateway.mail.MailServer;
import io.haidang.gateway.memory.DeskMemory;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.gateway.quality.Quality;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.gateway.web.WebRoutes;
import io.haidang.gateway.webhook.AddressRules;
import io.haidang.gateway.webhook.Webhooks;
import io.haidang.translation.pipeline.SegmentTranslators;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Feeds, pages, reports and the pull API over real HTTP, on a clock that the test sets. */
class ChannelTest {

  private static final List<String> HOSTILE =
      List.of(
          "Giá < 5 & > 3 \"trích\" 'đơn'",
          "]]></title><script>alert(1)</script>",
          "<!-- --> <?xml version=\"1.0\"?> &bogus; &#x0;",
          "\uFFFF\uFFFE phi ký tự 🚢",
          "</entry></feed><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;");

  private static final SettableClock CLOCK = new SettableClock();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Vertx VERTX = Vertx.vertx();

  private static TestDatabase store;
  private static Newsroom news;
  private static DeskMemory memory;
  private static Allowances allowances;
  private static Sessions sessions;
  private static String address;
  private static String key;

  @BeforeAll
  static void start(@TempDir Path folder) {
    store = TestDatabase.open(TestDatabase.Kind.H2_FILE);
    Database database = store.database();
    news = new Newsroom(database, CLOCK);
    Accounts accounts = new Accounts(database, CLOCK);
    key = accounts.createApiKey(news.reviewer.id(), "portal");
    sessions = new Sessions(database, accounts, CLOCK);
    memory = DeskMemory.open(database, folder, CLOCK);
    allowances = Allowances.open(database, CLOCK);
    HttpServices services =
        new HttpServices(
            accounts,
            sessions,
            Drafted.drafts(database, CLOCK),
            news.stories,
            news.library,
            new Reports(database),
            news.desk,
            new Quality(database, CLOCK),
            QueueServices.open(database, accounts, CLOCK),
            new Discussions(database, CLOCK),
            new Inbox(database, CLOCK),
            new Letters(database, MailServer.OFF, CLOCK),
            news.terms,
            ClientServices.open(database, news.terms.released(), CLOCK),
            new Campaigns(database, news.terms, CLOCK),
            new Sentences(
                kind -> SegmentTranslators.firstOf(List.of()), news.terms.released(), allowances),
            Drafted.noTexts(news.terms.released(), allowances),
            Drafted.noDocuments(database, allowances, CLOCK),
            Drafted.noRewrites(),
            new MemoryDesk(database, memory, news.terms.released(), CLOCK),
            new UsageBooks(database, CLOCK),
            allowances,
            new KeyRegister(database, accounts, CLOCK),
            new Webhooks(database, AddressRules.PUBLIC_ONLY, CLOCK),
            new Visibility(database),
            new RepeatedRequests(database, CLOCK),
            new EventFeed(database),
            AdminServices.open(database, CLOCK),
            DialectSettings.DESK,
            Monitoring.NONE,
            CLOCK);
    CompletableFuture<Integer> port = new CompletableFuture<>();
    await(
        VERTX.deployVerticle(
            new HttpVerticle(
                services,
                WebRoutes::mount,
                HttpLimits.DEFAULT,
                false,
                HttpAddress.plain("127.0.0.1", 0),
                port::complete)));
    address = "http://127.0.0.1:" + port.join();
  }

  @AfterAll
  static void stop() {
    await(VERTX.close());
    allowances.close();
    memory.close();
    store.close();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void feeds_ofHostileTexts_areValid_andSayThemAsTheyAre() {
    for (String text : HOSTILE) {
      Target target = news.translation(text + ".");
      news.approveAndPublish(target);
      String title = Xml.legal("en: " + text + ".");

      Document atom = xml(get("/feeds/atom.xml"));
      assertThat(texts(atom, "title")) // The first sentence, wherever that ends.
          .anyMatch(found -> found.length() > 8 && title.startsWith(found));
      assertThat(texts(atom, "id")).contains("urn:uuid:" + target.id());
      assertThat(texts(atom, "updated")).allMatch(time -> time.endsWith("Z"));
      JsonObject json = new JsonObject(get("/feeds/feed.json").body());
      assertThat(json.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
      assertThat(json.getJsonArray("items").encode()).contains(target.id().toString());
      assertThat(texts(xml(get("/feeds/sitemap.xml")), "loc"))
          .contains(address + "/published/" + target.id());
      assertThat(get("/published/" + target.id()).body())
          .doesNotContain("<script>alert")
          .contains("<h1>");
    }
  }

  @Test
  void sitemap_namesTheOtherLanguagesOfEachPage() {
    List<Target> targets =
        news.products(
            "Cầu mới thông xe.", Sensitivity.PUBLIC, List.of(ProductForm.TRANSLATION), "en", "ja");
    targets.forEach(news::approveAndPublish);

    NodeList links =
        xml(get("/feeds/sitemap.xml"))
            .getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link");

    List<String> found = new ArrayList<>();
    for (int i = 0; i < links.getLength(); i++) {
      Element link = (Element) links.item(i);
      found.add(link.getAttribute("hreflang") + " " + link.getAttribute("href"));
    }
    for (Target target : targets) {
      String line = target.language().toLanguageTag() + " " + address + "/published/" + target.id();
      assertThat(found.stream().filter(line::equals)).as(line).hasSize(2); // Of both pages.
    }
  }

  @Test
  void embargo_overHttp_endsAtItsInstant() {
    Target target = news.translation("Tin chưa được công bố.");
    news.library
        .rules()
        .set(target.asset().story(), CLOCK.instant().plus(Duration.ofHours(3)), "", news.reviewer);
    news.approveAndPublish(target);
    JsonObject before = pull("");
    String id = target.id().toString();
    for (String path : List.of("/feeds/atom.xml", "/feeds/feed.json", "/feeds/sitemap.xml")) {
      assertThat(get(path).body()).doesNotContain(id);
    }
    assertThat(before.encode()).doesNotContain(id);
    assertThat(get("/published/" + id).statusCode()).isEqualTo(404);
    assertThat(get("/published/" + id + "/file").statusCode()).isEqualTo(404);
    assertThat(api("/published/" + id).statusCode()).isEqualTo(404);

    CLOCK.tick(Duration.ofHours(3));

    for (String path : List.of("/feeds/atom.xml", "/feeds/feed.json", "/feeds/sitemap.xml")) {
      assertThat(get(path).body()).contains(id);
    }
    assertThat(pull("?cursor=" + before.getString("nextCursor")).encode()).contains(id);
    assertThat(get("/published/" + id).statusCode()).isEqualTo(200);
    assertThat(get("/published/" + id + "/file").body()).contains("Tin chưa được công bố.");
  }

  @Test
  void withdrawal_overHttp_isGoneWithTheNotice() {
    Target target = news.translation("Tin có sai sót.");
    news.approveAndPublish(target);
    String id = target.id().toString();
    JsonObject before = pull("");

    CLOCK.tick(Duration.ofMinutes(1));
    news.library.notices().withdraw(target.id(), "Số liệu <sai>", news.reviewer);

    HttpResponse<String> gone = api("/published/" + id);
    assertThat(gone.statusCode()).isEqualTo(410);
    JsonObject problem = new JsonObject(gone.body());
    assertThat(problem.getString("code")).isEqualTo("withdrawn");
    assertThat(problem.getString("notice")).isEqualTo("Số liệu <sai>");
    HttpResponse<String> page = get("/published/" + id);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("Số liệu &lt;sai&gt;").doesNotContain("Tin có sai sót");
    assertThat(get("/published/" + id + "/file").statusCode()).isEqualTo(410);
    assertThat(get("/feeds/atom.xml").body()).doesNotContain(id);
    JsonObject told =
        pull("?cursor=" + before.getString("nextCursor")).getJsonArray("items").getJsonObject(0);
    assertThat(told.getString("notice")).isEqualTo("Số liệu <sai>");
    assertThat(told.containsKey("text")).isFalse();
  }

  @Test
  void answers_thatAreKnown_areNotSentAgain() throws Exception {
    news.approveAndPublish(news.translation("Tin để lưu."));
    for (String path : List.of("/feeds/atom.xml", "/feeds/feed.json", "/feeds/sitemap.xml")) {
      HttpResponse<String> first = get(path);
      String tag = first.headers().firstValue("ETag").orElse("");
      String date = first.headers().firstValue("Last-Modified").orElse("");
      assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");

      assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
      assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void requests_thatMakeNoSense_areRefused() {
    assertThat(get("/feeds/atom.xml?language=xx-bogus-").statusCode()).isEqualTo(422);
    assertThat(get("/feeds/atom.xml?form=%3Cb%3E").statusCode()).isEqualTo(400);
    assertThat(api("/published?cursor=bogus").statusCode()).isEqualTo(400);
    assertThat(api("/published?since=yesterday").statusCode()).isEqualTo(400);
    assertThat(get("/published/bogus").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/published").statusCode()).isEqualTo(401);
  }

  @Test
  void library_isSearchedOnItsPage_andPassagesAreTaken() throws Exception {
    Target target = news.translation("Lễ hội chọi trâu Đồ Sơn. Khai hội tháng Tám.");
    news.approve(target);
    WebSession session = sessions.start(news.editor);
    String cookie = "haidang_session=" + session.token();

    String found = get("/library?q=tr%C3%A2u&language=en", "Cookie", cookie).body();
    assertThat(found).contains("/library/" + target.id());
    for (String hostile : HOSTILE) {
      String query = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
      assertThat(get("/library?q=" + query + "&owner=" + query, "Cookie", cookie).body())
          .doesNotContain("<script>alert");
    }
    assertThat(get("/library/" + target.id(), "Cookie", cookie).body()).contains("Khai hội");
    HttpResponse<String> taken =
        post("/library/" + target.id() + "/passages", session, "segment=1&purpose=tin");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(taken.body()).contains("urn:uuid:" + target.id());
    assertThat(get("/library").statusCode()).isNotEqualTo(500);
  }

  @Test
  void release_isDecidedOnThePageOfAnEntry() throws Exception {
    Target target = news.translation("Khởi công cầu vượt biển.");
    news.approve(target);
    WebSession session = sessions.start(news.reviewer);
    String page = "/library/" + target.id();

    HttpResponse<String> ruled =
        post(page + "/rule", session, "embargo=01%2F01%2F2036+08%3A00&spokesperson=reviewer");
    assertThat(ruled.statusCode()).as(ruled.body()).isEqualTo(303);
    assertThat(get(page, "Cookie", "haidang_session=" + session.token()).body())
        .contains("value=\"01/01/2036 08:00\"");
    assertThat(news.library.rules().of(target.asset().story()).embargoUntil())
        .isEqualTo("2036-01-01T01:00:00Z"); // Seven hours before, in UTC.
    int version = news.desk.target(target.id()).version();
    assertThat(post(page + "/clearance", session, "version=" + version).statusCode())
        .isEqualTo(303);
    assertThat(news.library.rules().isCleared(news.desk.target(target.id()))).isTrue();
    assertThat(post(page + "/rule", session, "embargo=bogus&spokesperson=").statusCode())
        .isEqualTo(400);
    assertThat(post(page + "/rule", session, "embargo=&spokesperson=").statusCode()).isEqualTo(303);
    news.publish(target);
    assertThat(post(page + "/correction", session, "notice=S%E1%BB%ADa").statusCode())
        .isEqualTo(303);
    assertThat(get("/published/" + target.id()).body()).contains("Sửa");
    assertThat(post(page + "/withdrawal", session, "notice=Sai").statusCode()).isEqualTo(303);
    assertThat(get("/published/" + target.id()).statusCode()).isEqualTo(410);
  }

  @Test
  void report_isAPage_aTableAndJson() throws Exception {
    news.approve(news.translation("Tin cho báo cáo."));
    String cookie = "haidang_session=" + sessions.start(news.editor).token();
    String month = CLOCK.instant().toString().substring(0, 7);

    assertThat(get("/reports/" + month, "Cookie", cookie).body()).contains("<tfoot>");
    assertThat(get("/reports/" + month + "/csv", "Cookie", cookie).body()).contains(month + ",en,");
    assertThat(new JsonObject(api("/reports/" + month).body()).getJsonArray("lines")).isNotEmpty();
    assertThat(api("/reports/" + month + "/csv").body()).contains(month + ",en,");
    assertThat(get("/reports/bogus", "Cookie", cookie).statusCode()).isEqualTo(404);
    assertThat(api("/reports/2026-13").statusCode()).isEqualTo(400);
    assertThat(new JsonObject(api("/library?q=b%C3%A1o%20c%C3%A1o").body()).getInteger("total"))
        .isPositive();
  }

  private static HttpResponse<String> post(String path, WebSession session, String form)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "haidang_session=" + session.token())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "token="
                        + URLEncoder.encode(session.csrfToken(), StandardCharsets.UTF_8)
                        + "&"
                        + form))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static JsonObject pull(String query) {
    HttpResponse<String> answer = api("/published" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> api(String path) {
    return get("/api/v1" + path, "Authorization", "Bearer " + key);
  }

  private static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Document xml(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("no XML: " + answer.body(), e);
    }
  }

  private static List<String> texts(Document document, String name) {
    NodeList elements = document.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }
}
