package io.haidang.gateway.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever keeps accounts does so in the pages; nobody else can. */
class AccountPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Pattern PASSWORD = Pattern.compile("id=\"issued\"[^>]* value=\"([^\"]+)\"");

  private final WebClient son = WebClient.of(DESK.desk(), "son");
  private final String login = "p" + UUID.randomUUID();

  private HttpResponse<String> send(WebClient who, String path, Map<String, String> fields) {
    List<Map.Entry<String, String>> form = new ArrayList<>(fields.entrySet());
    form.add(Map.entry("token", who.token("/account")));
    return who.post(path, form);
  }

  private HttpResponse<String> make(WebClient who) {
    return send(
        who,
        "/accounts",
        Map.of(
            "login",
            login,
            "displayName",
            "<b>Bùi</b> " + login,
            "office",
            "Sở",
            "role",
            "editor"));
  }

  /** The page of the account that this test has made. */
  private String page() {
    Matcher link =
        Pattern.compile("href=\"(/accounts/[^\"]+)\">[^\"]*" + login + "</a>")
            .matcher(son.get("/accounts").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String password(HttpResponse<String> answer) {
    Matcher shown = PASSWORD.matcher(answer.body());
    assertThat(shown.find()).as(answer.body()).isTrue();
    return shown.group(1);
  }

  private int signIn(String password) {
    WebClient person = new WebClient(DESK.desk().address());
    return person
        .post(
            "/sign-in",
            Map.of("token", person.token("/sign-in"), "login", login, "password", password))
        .statusCode();
  }

  @Test
  void account_made_showsItsPasswordOnceAndSignsIn() {
    HttpResponse<String> made = make(son);

    assertThat(signIn(password(made))).isEqualTo(303);
    assertThat(son.get("/accounts").body()).contains(login).doesNotContain(password(made));
    assertThat(made.body()).doesNotContain("<b>Bùi");
  }

  @Test
  void account_closed_signsInNoMoreUntilItIsOpenedAgain() {
    String password = password(make(son));
    String page = page();

    assertThat(send(son, page + "/close", Map.of()).statusCode()).isEqualTo(303);
    assertThat(signIn(password)).isEqualTo(401);
    assertThat(son.get(page).body()).contains("đã đóng").contains("Đóng tài khoản");
    assertThat(send(son, page + "/reopen", Map.of()).statusCode()).isEqualTo(303);
    assertThat(signIn(password)).isEqualTo(303);
  }

  @Test
  void account_withoutRole_isToldOnThePageWithWhatWasTyped() {
    HttpResponse<String> refused =
        send(son, "/accounts", Map.of("login", login, "displayName", "Bùi", "office", "Sở"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(login).contains("ít nhất một vai trò");
  }

  @Test
  void ownPassword_changed_needsThePresentOne() {
    String password = password(make(son));
    WebClient person = new WebClient(DESK.desk().address());
    person.post(
        "/sign-in",
        Map.of("token", person.token("/sign-in"), "login", login, "password", password));
    String wanted = "một câu dài dễ nhớ";

    HttpResponse<String> wrong =
        send(person, "/account/password", Map.of("present", "no", "new", wanted, "again", wanted));
    HttpResponse<String> easy =
        send(
            person,
            "/account/password",
            Map.of("present", password, "new", "password1234", "again", "password1234"));
    HttpResponse<String> right =
        send(
            person,
            "/account/password",
            Map.of("present", password, "new", wanted, "again", wanted));

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(easy.statusCode()).isEqualTo(422);
    assertThat(easy.body()).contains("dễ đoán");
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(signIn(password)).isEqualTo(401);
    assertThat(signIn(wanted)).isEqualTo(303);
  }

  @Test
  void sessions_ofAPerson_areListedAndEndedThereAndByTheAdministrator() {
    String password = password(make(son));
    WebClient here = new WebClient(DESK.desk().address());
    WebClient there = new WebClient(DESK.desk().address());
    for (WebClient browser : List.of(there, here)) {
      browser.post(
          "/sign-in",
          Map.of("token", browser.token("/sign-in"), "login", login, "password", password));
    }

    assertThat(here.get("/account/sessions").body())
        .contains("phiên này", "Đăng xuất ở đó", "Trình duyệt không rõ");
    assertThat(send(here, "/account/sessions", Map.of()).statusCode()).isEqualTo(303);
    assertThat(there.get("/account").statusCode()).isEqualTo(303);
    assertThat(here.get("/account/sessions").body()).doesNotContain("Đăng xuất ở đó");

    assertThat(send(son, page() + "/sessions", Map.of()).statusCode()).isEqualTo(303);
    assertThat(here.get("/account").statusCode()).isEqualTo(303);
    assertThat(son.get(page()).body()).contains("Kết thúc phiên đăng nhập");
  }

  @Test
  void page_refused_isInTheLogWithTheAccountAndWithoutItsName() {
    String password = password(make(son));
    String id = page().substring("/accounts/".length());
    WebClient person = new WebClient(DESK.desk().address());
    person.post(
        "/sign-in",
        Map.of("token", person.token("/sign-in"), "login", login, "password", password));
    try (CapturedLog log = new CapturedLog()) {
      assertThat(person.get("/accounts").statusCode()).isEqualTo(403);

      await()
          .until(
              () ->
                  log.lines().stream()
                      .anyMatch(line -> line.contains("GET /accounts 403") && line.contains(id)));
      assertThat(log.lines()).noneMatch(line -> line.contains(login));
    }
  }

  @Test
  void office_renamedAndThenJoinedToAnother_isGone() {
    String old = "Ban " + login;
    send(
        son,
        "/accounts",
        Map.of("login", login, "displayName", "Bùi", "office", old, "role", "editor"));
    String renamed = "Sở <i>mới</i> " + login;

    assertThat(send(son, "/offices", Map.of("from", old, "to", " ")).statusCode()).isEqualTo(422);
    assertThat(send(son, "/offices", Map.of("from", old, "to", "Văn phòng")).statusCode())
        .isEqualTo(409);
    assertThat(send(son, "/offices", Map.of("from", old, "to", renamed)).statusCode())
        .isEqualTo(303);
    assertThat(son.get("/offices").body())
        .contains("Sở &lt;i&gt;mới&lt;/i&gt; " + login)
        .doesNotContain(old);
    assertThat(son.get("/audit?area=account").body()).contains("Đã chuyển sang cơ quan mới");

    Map<String, String> join = Map.of("from", renamed, "to", "Văn phòng", "joins", "yes");
    assertThat(send(son, "/offices", join).statusCode()).isEqualTo(303);

    assertThat(son.get("/offices").body()).doesNotContain(login);
    assertThat(send(son, "/offices", join).statusCode()).isEqualTo(404);
    WebClient minh = WebClient.of(DESK.desk(), "minh");
    assertThat(minh.get("/offices").statusCode()).isEqualTo(403);
    assertThat(send(minh, "/offices", join).statusCode()).isEqualTo(403);
  }

  @Test
  void ownData_taken_isAZipFileForWhoeverIsSignedIn() {
    HttpResponse<String> taken = WebClient.of(DESK.desk(), "minh").get("/account/data");

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(taken.body()).startsWith("PK").contains("profile.jsonl", "comments.jsonl");
    assertThat(new WebClient(DESK.desk().address()).get("/account/data").statusCode())
        .isEqualTo(303);
  }

  @Test
  void accounts_ofAnybodyElse_areForbidden() {
    WebClient minh = WebClient.of(DESK.desk(), "minh");

    assertThat(minh.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(make(minh).statusCode()).isEqualTo(403);
    assertThat(son.post("/accounts", Map.of("login", login)).statusCode()).isEqualTo(403);
    assertThat(minh.get("/account").body()).doesNotContain("href=\"/accounts\"");
    assertThat(new WebClient(DESK.desk().address()).get("/accounts").statusCode()).isEqualTo(303);
  }
}
