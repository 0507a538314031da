package io.haidang.gateway.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.testing.Receiver;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody has a program told of things, without a line of code and without scripts. */
class WebhookPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]* value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("href=\"(/webhooks/[0-9a-f-]{36})\"");

  private final WebClient lan = WebClient.of(DESK.desk(), "lan");
  private final Receiver receiver = Receiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void address_added_showsItsSecretOnceAndWhatWasSent() {
    HttpResponse<String> made = send("/webhooks", Map.of("url", receiver.url()));
    String secret = found(SECRET, made.body());
    String page = found(LINK, made.body());
    assertThat(lan.get(page).body()).doesNotContain(secret);

    assertThat(send(page + "/test", Map.of()).statusCode()).isEqualTo(303);
    await()
        .atMost(PATIENCE)
        .until(() -> lan.get(page + "?state=delivered").body().contains("(204)"));

    assertThat(receiver.received().get(0).isSignedWith(secret)).isTrue();
    String renewed = found(SECRET, send(page + "/secret", Map.of()).body());
    assertThat(renewed).isNotEqualTo(secret);
    assertThat(send(page + "/delete", Map.of()).statusCode()).isEqualTo(303);
    assertThat(lan.get(page).statusCode()).isEqualTo(404);
  }

  @Test
  void address_inTheHouse_isRefusedWithWhatWasTyped() {
    String hostile = "http://10.0.0.1/?a=\"><script>";

    HttpResponse<String> answer = send("/webhooks", Map.of("url", hostile));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"problem\"").doesNotContain("<script>\"");
  }

  @Test
  void webhook_ofSomebodyElse_isUnknown() {
    String page = found(LINK, send("/webhooks", Map.of("url", receiver.url())).body());

    assertThat(WebClient.of(DESK.desk(), "minh").get(page).statusCode()).isEqualTo(404);
    send(page + "/delete", Map.of());
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) {
    List<Map.Entry<String, String>> form = new ArrayList<>(fields.entrySet());
    form.add(Map.entry("event", "approved"));
    form.add(Map.entry("event", "stale"));
    form.add(Map.entry("scope", "own"));
    form.add(Map.entry("token", lan.token("/webhooks")));
    return lan.post(path, form);
  }

  private static String found(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    assertThat(matcher.find()).as(body).isTrue();
    return matcher.group(1);
  }
}
