package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.auth.PasswordTurns;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.RunningDesk;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets in, and what the browser is given. */
class SignInTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Executor IN_A_THREAD = task -> new Thread(task).start();

  private final WebClient browser = new WebClient(DESK.desk().address());

  private HttpResponse<String> signIn(String login, String password, String... headers) {
    return browser.post(
        "/sign-in",
        Map.of("token", browser.token("/sign-in"), "login", login, "password", password),
        headers);
  }

  @Test
  void signIn_wrongPassword_saysSoAndKeepsTheName() {
    HttpResponse<String> answer = signIn("lan", "sai");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("không đúng")
        .contains("value=\"lan\"")
        .doesNotContain("sai\"");
    assertThat(browser.cookie(BrowserCookies.SESSION)).isEmpty();
  }

  @Test
  void form_ofAThousandFields_isRead() {
    List<Map.Entry<String, String>> form = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      form.add(Map.entry("row-" + i, "Sở Ngoại vụ"));
    }
    form.add(Map.entry("token", browser.token("/sign-in")));
    form.add(Map.entry("login", "lan"));
    form.add(Map.entry("password", "sai"));

    assertThat(browser.post("/sign-in", form).statusCode()).isEqualTo(401);
  }

  @Test
  void signIn_tenFailures_asksToWait() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn("nobody", "sai").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> answer = signIn("nobody", "sai");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("15 phút");
  }

  @Test
  void signIn_rightPassword_givesAFreshCookieOutOfReach() {
    browser.plant(BrowserCookies.SESSION, "planted");

    HttpResponse<String> answer = signIn("lan", RunningDesk.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith(BrowserCookies.SESSION)
                    .containsIgnoringCase("HttpOnly")
                    .contains("SameSite=Lax", "Path=/")
                    .doesNotContain("planted", "Secure"));
  }

  @Test
  void answers_ofEveryKind_tellBrowsersWhatNotToDo() {
    for (String path :
        List.of("/sign-in", "/nowhere", "/api/v1/targets", "/health/live", "/drafts")) {
      Map<String, List<String>> headers = browser.get(path).headers().map();

      assertThat(headers)
          .as(path)
          .containsEntry(
              "content-security-policy",
              List.of(
                  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                      + " frame-ancestors 'none'"))
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("referrer-policy", List.of("same-origin"))
          .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
          .containsEntry("cache-control", List.of("no-store"));
    }
  }

  @Test
  void signIn_behindTls_marksTheCookieSecure() {
    HttpResponse<String> answer = signIn("lan", RunningDesk.PASSWORD, "X-Forwarded-Proto", "https");

    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(browser.get("/sign-in").headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void signIn_twice_endsTheFirstSession() {
    signIn("lan", RunningDesk.PASSWORD);
    String first = browser.cookie(BrowserCookies.SESSION).orElseThrow().getValue();
    signIn("lan", RunningDesk.PASSWORD);

    HttpResponse<String> answer =
        new WebClient(DESK.desk().address())
            .get("/drafts", "Cookie", BrowserCookies.SESSION + "=" + first);

    assertThat(answer.headers().firstValue("Location")).contains("/sign-in?next=%2Fdrafts");
  }

  @Test
  @Timeout(20)
  @SuppressWarnings("try") // The turns are only held.
  void pages_whileManyWaitToSignIn_areAnswered() {
    signIn("lan", RunningDesk.PASSWORD);
    WebClient stranger = new WebClient(DESK.desk().address());
    Map<String, String> form =
        Map.of("token", stranger.token("/sign-in"), "login", "minh", "password", "sai");
    List<CompletableFuture<Integer>> guesses;
    try (PasswordTurns none = new PasswordTurns()) {
      guesses =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> stranger.post("/sign-in", form).statusCode(), IN_A_THREAD))
              .limit(20)
              .toList();
      await().until(() -> PasswordTurns.waiting() >= 8);

      assertThat(browser.get("/drafts").statusCode()).isEqualTo(200);
    }
    assertThat(guesses).extracting(CompletableFuture::join).contains(401).doesNotContain(200);
  }

  @Test
  void signIn_nextOfAnotherSite_leadsToTheStartPage() {
    for (String next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      HttpResponse<String> answer =
          browser.post(
              "/sign-in",
              Map.of(
                  "token",
                  browser.token("/sign-in"),
                  "login",
                  "lan",
                  "password",
                  RunningDesk.PASSWORD,
                  "next",
                  next));

      assertThat(answer.headers().firstValue("Location")).contains("/");
      browser.post("/sign-out", Map.of("token", browser.token("/drafts")));
    }
  }

  @Test
  void signOut_thenBack_asksToSignIn() {
    signIn("lan", RunningDesk.PASSWORD);
    browser.post("/sign-out", Map.of("token", browser.token("/drafts")));

    assertThat(browser.get("/drafts").statusCode()).isEqualTo(303);
  }

  @Test
  void page_preferredLanguage_isUsedUntilAnotherIsChosen() {
    assertThat(browser.get("/sign-in").body()).contains("<html lang=\"vi\">");
    assertThat(browser.get("/sign-in", "Accept-Language", "en-GB,en;q=0.9").body())
        .contains("<html lang=\"en\">");
    browser.post(
        "/language", Map.of("token", browser.token("/sign-in"), "language", "en", "next", "/"));

    assertThat(browser.get("/sign-in").body()).contains("<html lang=\"en\">");
  }
}
