package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.testing.RunningDesk;
import io.haidang.gateway.web.testing.WebClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first visit to a desk where nobody has an account. */
class SetupTest {

  private final RunningDesk desk = RunningDesk.unclaimed();
  private final WebClient browser = new WebClient(desk.address());
  private final URI address = URI.create(desk.setupAddress().orElseThrow());
  private final String setup = address.getPath() + "?" + address.getQuery();

  @AfterEach
  void close() {
    desk.close();
  }

  /** One story on one server: whatever comes before the claim has to leave it possible. */
  @Test
  void desk_ofNobody_isClaimedOnceWithTheCodeOfTheConsole() {
    everyPageLeadsToTheSetup();
    refusalsSayWhyAndKeepWhatWasTyped();
    theCodeSignsInAndClosesTheDoor();
  }

  private HttpResponse<String> claim(Map<String, String> changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", browser.token(setup));
    form.put("code", setup.substring(setup.indexOf('=') + 1));
    form.put("login", "chi");
    form.put("displayName", "Vũ Chi");
    form.put("office", "Sở Ngoại vụ");
    form.put("password", RunningDesk.PASSWORD);
    form.put("again", RunningDesk.PASSWORD);
    form.put("colleagues", "yes");
    form.putAll(changes);
    return browser.post("/setup", form);
  }

  private void everyPageLeadsToTheSetup() {
    assertThat(browser.get("/").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).startsWith("/sign-in"));
    assertThat(browser.get("/sign-in").headers().firstValue("Location")).contains("/setup");
    assertThat(browser.get("/setup").body())
        .contains("Thiết lập lần đầu")
        .doesNotContain(setup.substring(setup.indexOf('=') + 1));
  }

  private void refusalsSayWhyAndKeepWhatWasTyped() {
    HttpResponse<String> wrong = claim(Map.of("code", "<script>x</script>"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body())
        .contains("Mã không đúng", "value=\"Vũ Chi\"", "&lt;script")
        .doesNotContain(RunningDesk.PASSWORD)
        .doesNotContain("<script>x");

    assertThat(claim(Map.of("again", "khác")).body()).contains("không giống nhau");
    assertThat(claim(Map.of("password", "ngắn", "again", "ngắn")).body()).contains("từ 12 đến 200");
    assertThat(claim(Map.of("password", "password1234", "again", "password1234")).body())
        .contains("dễ đoán");
    assertThat(claim(Map.of("login", "../chi")).statusCode()).isEqualTo(422);
    assertThat(claim(Map.of("token", "forged")).statusCode()).isEqualTo(403);
    assertThat(browser.cookie(BrowserCookies.SESSION)).isEmpty();
  }

  private void theCodeSignsInAndClosesTheDoor() {
    browser.plant(BrowserCookies.SESSION, "planted");

    HttpResponse<String> answer = claim(Map.of());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("editor", "reviewer", "terminologist", "Vũ Chi");
    String session =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith(BrowserCookies.SESSION))
            .findFirst()
            .orElseThrow();
    assertThat(session).doesNotContain("planted").contains("SameSite=Lax");
    WebClient administrator = new WebClient(desk.address());
    assertThat(
            administrator
                .get("/accounts", "Cookie", session.substring(0, session.indexOf(';')))
                .body())
        .contains("Sở Ngoại vụ", "Biên tập viên");
    WebClient other = new WebClient(desk.address());
    assertThat(other.get(setup).headers().firstValue("Location")).contains("/sign-in");
    assertThat(other.get("/sign-in").statusCode()).isEqualTo(200);
  }
}
