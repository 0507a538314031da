package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.oidc.HostileProvider;
import io.haidang.gateway.oidc.OidcSettings;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.testing.RunningDesk;
import io.haidang.gateway.web.testing.WebClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** To a provider and back, in a browser. */
class ProviderSignInTest {

  private static final HostileProvider PROVIDER = new HostileProvider();
  private static final RunningDesk DESK =
      RunningDesk.start(
          new OidcSettings(
              PROVIDER.issuer(),
              HostileProvider.CLIENT,
              "",
              false,
              "preferred_username",
              "groups",
              "",
              Office.FIRST,
              Map.of()));

  private final WebClient browser = new WebClient(DESK.address());

  @AfterAll
  static void close() {
    DESK.close();
    PROVIDER.close();
  }

  /** Where the provider would send the browser back. */
  private static String back(HttpResponse<String> departure) {
    URI provider = URI.create(departure.headers().firstValue("Location").orElseThrow());
    PROVIDER.visited(provider);
    String query = provider.getRawQuery();
    URI callback = URI.create(HostileProvider.parameter(query, "redirect_uri"));
    return callback.getPath() + "?code=c&state=" + HostileProvider.parameter(query, "state");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void person_ofTheProvider_comesInWithAFreshSessionWhereTheyWantedToGo() {
    assertThat(browser.get("/sign-in?next=/queue").body())
        .contains("/sign-in/provider?next=%2Fqueue", "127.0.0.1");
    browser.plant(BrowserCookies.SESSION, "planted");

    HttpResponse<String> arrival = browser.get(back(browser.get("/sign-in/provider?next=/queue")));

    assertThat(location(arrival)).isEqualTo("/queue");
    assertThat(arrival.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith(BrowserCookies.SESSION + "=")
                    .contains("SameSite=Lax")
                    .containsIgnoringCase("HttpOnly")
                    .doesNotContain("planted"));
  }

  @Test
  void next_ofAnotherSite_leadsToTheStartPage() {
    HttpResponse<String> departure = browser.get("/sign-in/provider?next=//evil.example/");

    assertThat(location(browser.get(back(departure)))).isEqualTo("/");
  }

  @Test
  void callback_inABrowserThatDidNotBegin_signsNobodyIn() {
    String link = back(browser.get("/sign-in/provider?next=/queue"));

    HttpResponse<String> victim = new WebClient(DESK.address()).get(link);

    assertThat(victim.statusCode()).isEqualTo(401);
    assertThat(victim.body()).contains("Không đăng nhập được");
    assertThat(victim.headers().allValues("Set-Cookie").toString())
        .doesNotContain(BrowserCookies.SESSION + "=ey");
    assertThat(browser.get(link).statusCode()).isEqualTo(401);
  }

  @Test
  void callback_withAnErrorOrNothing_isExplained() {
    assertThat(browser.get("/sign-in/provider/callback?error=access_denied").statusCode())
        .isEqualTo(401);
    assertThat(browser.get("/sign-in/provider/callback").body()).contains("Không đăng nhập được");
  }

  @Test
  void signOut_afterTheProvider_leadsThere() {
    WebClient person = new WebClient(DESK.address());
    person.get(back(person.get("/sign-in/provider")));

    HttpResponse<String> answer =
        person.post("/sign-out", Map.of("token", person.token("/drafts")));

    assertThat(location(answer))
        .startsWith(PROVIDER.issuer() + "/end?client_id=haidang&post_logout_redirect_uri=http");
    assertThat(person.get("/drafts").statusCode()).isEqualTo(303);
  }

  @Test
  void accounts_ofThisServer_stillSignIn() {
    assertThat(WebClient.of(DESK, "son").get("/accounts").statusCode()).isEqualTo(200);
  }
}
