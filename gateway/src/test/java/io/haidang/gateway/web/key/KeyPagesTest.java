package io.haidang.gateway.web.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys as an administrator keeps them in the pages. */
class KeyPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private final WebClient son = WebClient.of(DESK.desk(), "son");
  private final String name = "cổng-" + UUID.randomUUID();

  private HttpResponse<String> send(String path, Map<String, String> fields) {
    List<Map.Entry<String, String>> form = new ArrayList<>(fields.entrySet());
    form.add(Map.entry("token", son.token("/account")));
    return son.post(path, form);
  }

  private HttpResponse<String> make(String lastDay) {
    return send(
        "/keys",
        Map.of(
            "login",
            "lan",
            "name",
            name,
            "scope",
            "translate",
            "concurrent",
            "4",
            "expires",
            lastDay));
  }

  private static String first(String pattern, String page) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private int call(String key) throws IOException, InterruptedException {
    HttpRequest me =
        HttpRequest.newBuilder(URI.create(DESK.desk().address() + "/api/v1/me"))
            .header("Authorization", "Bearer " + key)
            .build();
    return HttpClient.newHttpClient().send(me, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void key_made_isShownOnceAndOpensUntilItIsRevoked() throws Exception {
    String key = first("value=\"(hd_[^\"]+)\"", make("").body());
    String list = son.get("/keys").body();
    String page = first("href=\"(/keys/[0-9a-f-]{36})\">" + name, list);

    assertThat(list).doesNotContain(key);
    assertThat(call(key)).isNotEqualTo(401);
    assertThat(send(page + "/revoke", Map.of()).statusCode()).isEqualTo(303);
    assertThat(call(key)).isEqualTo(401);
  }

  @Test
  void lastDay_isTypedAndShownDayFirst() {
    make("31/12/2099");
    String page = first("href=\"(/keys/[0-9a-f-]{36})\">" + name, son.get("/keys").body());

    assertThat(son.get(page).body()).contains("value=\"31/12/2099\"");
  }

  @Test
  void lastDay_thatIsNone_isToldWithWhatWasTyped() {
    HttpResponse<String> refused = make("ngày kia");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("ngày kia").contains("không phải là ngày");
  }

  @Test
  void keys_ofAnybodyElse_areForbidden() {
    WebClient minh = WebClient.of(DESK.desk(), "minh");

    assertThat(minh.get("/keys").statusCode()).isEqualTo(403);
    assertThat(minh.get("/keys/use/2026-11").statusCode()).isEqualTo(403);
    assertThat(son.get("/keys/use").statusCode()).isEqualTo(303);
    assertThat(son.post("/keys", Map.of("login", "lan")).statusCode()).isEqualTo(403);
  }
}
