package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire until somebody who has signed in sees a page, with an empty cache. */
class FirstPageTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  /** Bytes, headers included. */
  private static final int MOST = 150_000;

  private static final Pattern MODULE = Pattern.compile("(?:from|import) \"\\./([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .build();

  @ParameterizedTest
  @ValueSource(strings = {"lan", "minh", "mai", "son"})
  void firstPage_emptyCache_isShort(String login) {
    String cookie = session(login);
    HttpResponse<byte[]> home = get("/", "Cookie", cookie);
    String path = home.headers().firstValue("Location").orElseThrow();
    HttpResponse<byte[]> page = get(path, "Cookie", cookie);
    int bytes = size(home) + size(page);
    for (String asset : assets(page)) {
      bytes += size(get(asset));
    }

    System.out.printf("first page of %s, %s: %d bytes of %d%n", login, path, bytes, MOST);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(bytes).isBetween(size(page) + 50_000, MOST);
  }

  @Test
  void asset_browserThatUnpacks_comesPackedAndIsTheSame() throws IOException {
    HttpResponse<byte[]> packed = get("/assets/app.css");
    HttpResponse<byte[]> plain = get("/assets/app.css", "Accept-Encoding", "gzip;q=0, identity");

    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(packed.body()).hasSizeLessThan(plain.body().length / 2);
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(content.readAllBytes()).isEqualTo(plain.body());
    }
    String tag = packed.headers().firstValue("ETag").orElseThrow();
    assertThat(plain.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
    assertThat(get("/assets/app.css", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  /** What a link can put into a page must not be packed together with what is secret in it. */
  @Test
  void page_browserThatUnpacks_comesAsItIs() {
    HttpResponse<byte[]> page = get("/drafts", "Cookie", session("lan"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void fonts_ofTheStyleSheet_areThoseThatPagesFetchFirst() {
    Set<String> assets = assets(get("/sign-in"));

    assertThat(assets).filteredOn(asset -> asset.contains(".woff2")).hasSize(2);
    String sheet =
        new String(
            get("/assets/fonts.css", "Accept-Encoding", "identity").body(), StandardCharsets.UTF_8);
    assertThat(assets).filteredOn(asset -> asset.contains(".woff2")).allMatch(sheet::contains);
  }

  private static String session(String login) {
    WebClient client = WebClient.of(DESK.desk(), login);
    return "haidang_session=" + client.cookie("haidang_session").orElseThrow().getValue();
  }

  /** Everything that a page names, and what its scripts name. */
  private Set<String> assets(HttpResponse<byte[]> page) {
    Document html = Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8));
    Set<String> assets = new LinkedHashSet<>();
    html.select("link[href^=/assets/]").forEach(link -> assets.add(link.attr("href")));
    html.select("[src^=/assets/]").forEach(script -> assets.add(script.attr("src")));
    for (String script : List.copyOf(assets)) {
      if (script.contains(".js")) {
        imported(script).forEach(assets::add);
      }
    }
    return assets;
  }

  private Stream<String> imported(String script) {
    byte[] source = get(script, "Accept-Encoding", "identity").body();
    return MODULE
        .matcher(new String(source, StandardCharsets.UTF_8))
        .results()
        .map((MatchResult found) -> "/assets/" + found.group(1));
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DESK.desk().address()).resolve(path));
    if (!List.of(headers).contains("Accept-Encoding")) {
      request.header("Accept-Encoding", "gzip, deflate, br, zstd");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Of head and body; a line of the head ends with two bytes, and a colon and a space are in it.
   */
  private static int size(HttpResponse<byte[]> answer) {
    int head =
        answer.headers().map().entrySet().stream()
            .mapToInt(
                (Map.Entry<String, List<String>> header) ->
                    header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length() + 4)
                        .sum())
            .sum();
    return head + answer.body().length;
  }
}
