package io.haidang.gateway.web.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.testing.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: keeps cookies, sends forms, does not follow redirects. */
public final class WebClient {

  private static final Pattern TARGET = Pattern.compile("/targets/[0-9a-f-]{36}");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "----a-line-that-no-draft-has";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
  private final URI server;

  public WebClient(String address) {
    this.server = URI.create(address);
  }

  /** Somebody who has signed in. */
  public static WebClient of(RunningDesk desk, String login) {
    WebClient client = new WebClient(desk.address());
    client.post(
        "/sign-in",
        Map.of(
            "token", client.token("/sign-in"), "login", login, "password", RunningDesk.PASSWORD));
    return client;
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Listens to what an address tells of the whole log, until the server ends it. */
  public Listener listen(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path)).header("Last-Event-ID", "0").build();
    return new Listener(http, request);
  }

  /** The token in the forms of a page. */
  public String token(String path) {
    Matcher token = TOKEN.matcher(get(path).body());
    if (!token.find()) {
      throw new IllegalStateException(path + ": no form (expected: one with a token)");
    }
    return token.group(1);
  }

  public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    return post(path, List.copyOf(form.entrySet()), headers);
  }

  /** Sends a form in which fields may repeat. */
  public HttpResponse<String> post(
      String path, List<Map.Entry<String, String>> form, String... headers) {
    String body =
        form.stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Sends a form with a file in it. */
  public HttpResponse<String> upload(
      String path, Map<String, String> form, String fileName, byte[] file) {
    return upload(path, form, "file", fileName, file);
  }

  /** Sends a form with a file in one of its fields. */
  public HttpResponse<String> upload(
      String path, Map<String, String> form, String field, String fileName, byte[] file) {
    return upload(path, form, field, Map.of(fileName, file));
  }

  private HttpResponse<String> upload(
      String path, Map<String, String> form, String field, Map<String, byte[]> files) {
    List<BodyPublisher> body = new ArrayList<>();
    form.forEach(
        (name, value) ->
            body.add(BodyPublishers.ofString(part("name=\"" + name + "\"", "") + value + "\r\n")));
    files.forEach(
        (name, file) -> {
          body.add(
              BodyPublishers.ofString(
                  part(
                      "name=\"" + field + "\"; filename=\"" + name + "\"",
                      "Content-Type: application/octet-stream\r\n")));
          body.add(BodyPublishers.ofByteArray(file));
          body.add(BodyPublishers.ofString("\r\n"));
        });
    body.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.concat(body.toArray(BodyPublisher[]::new)))
            .build());
  }

  /** Accepts each error at its segment, on the page of a translation. */
  public void acceptErrors(String target) {
    Document page = Jsoup.parse(get(target + "?filter=findings").body());
    for (Element form : page.select(".finding.error:not(.accepted) .ignore form")) {
      post(form.attr("action"), Map.of("token", token(target), "reason", "Đã đối chiếu."));
    }
  }

  /** Sends the form of a draft; {@code fields} take the place of the usual ones. */
  public HttpResponse<String> submit(Map<String, String> fields, String fileName, byte[] file) {
    return submit(fields, Map.of(fileName, file));
  }

  /** The same with several files, by their names. */
  public HttpResponse<String> submit(Map<String, String> fields, Map<String, byte[]> files) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", token("/drafts/new"));
    form.put("title", "Thông báo");
    form.put("content", "");
    form.put("source", "vi");
    form.put("target", "en");
    form.put("product", "translation");
    form.put("format", "plain");
    form.put("sensitivity", "public");
    form.put("textDate", "2026-03-02");
    form.putAll(fields);
    return upload("/drafts", form, "file", files);
  }

  public HttpResponse<String> submit(Map<String, String> fields) {
    return submit(fields, "", new byte[0]);
  }

  /** Hands in a draft and waits until its translation is to be reviewed; the path of its page. */
  public String translated(Map<String, String> fields) {
    return translated(fields, "", new byte[0]);
  }

  /** The same with a file. */
  public String translated(Map<String, String> fields, String fileName, byte[] file) {
    submit(fields, fileName, file);
    Matcher found = TARGET.matcher(get("/drafts").body());
    assertThat(found.find()).isTrue();
    String target = found.group();
    await().atMost(Duration.ofMinutes(2)).until(() -> get("/queue").body().contains(target));
    return target;
  }

  private static String part(String disposition, String header) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n"
        + header
        + "\r\n";
  }

  /** Keeps a cookie that no answer has set. */
  public void plant(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(server, cookie);
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
