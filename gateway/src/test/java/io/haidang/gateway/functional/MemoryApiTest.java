package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The translation memory over HTTP. */
class MemoryApiTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String SOURCE = "Đoàn thủy thủ cảm ơn chủ nhà vì bữa tiệc.";
  private static final String TARGET = "The crew thanked their hosts for the feast.";

  private static Answer upload(ApiClient client, String tmx, String query) {
    return client.send(
        "POST",
        "memory/imports?" + query,
        "application/octet-stream",
        BodyPublishers.ofString(gateway.secret(tmx)));
  }

  private static String tmx(String source, String target) {
    return "<tmx version=\"1.4\"><header srclang=\"vi\"/><body><tu><tuv xml:lang=\"vi\"><seg>"
        + source
        + "</seg></tuv><tuv xml:lang=\"en\"><seg>"
        + target
        + "</seg></tuv></tu></body></tmx>";
  }

  private static JsonNode lookUp(String text) {
    return gateway
        .editor()
        .post("memory/lookups", Map.of("text", text, "targetLanguage", "en"))
        .path("matches");
  }

  @Test
  void file_takenIn_isFoundSearchedGivenOutAndDeleted() {
    ApiClient keeper = gateway.terminologist();
    Answer imported = upload(keeper, tmx(SOURCE, TARGET), "name=old.tmx&sensitivity=public");
    assertThat(imported.status()).isEqualTo(200);
    assertThat(imported.json().path("added").asInt()).isEqualTo(1);

    JsonNode match = lookUp(SOURCE).path(0);
    assertThat(match.path("kind").asText()).isEqualTo("exact");
    assertThat(match.path("score").asInt()).isEqualTo(95);
    assertThat(match.path("penalties").path(0).asText()).isEqualTo("unknown-origin");
    JsonNode fuzzy = lookUp("Đoàn khách cảm ơn chủ nhà vì bữa tiệc.").path(0);
    assertThat(fuzzy.path("kind").asText()).isEqualTo("fuzzy");
    assertThat(fuzzy.path("difference")).hasSizeGreaterThan(2);

    JsonNode found = keeper.get("memory/entries?q=thanked%20their%20hosts&pair=vi-en&limit=5");
    assertThat(found.path("total").asInt()).isEqualTo(1);
    JsonNode entry = found.path("entries").path(0);
    assertThat(entry.path("source").asText()).isEqualTo(SOURCE);
    assertThat(entry.path("origin").path("document").asText()).isEqualTo("old.tmx");
    assertThat(keeper.get("memory").path("entries").asInt()).isPositive();

    Answer file = keeper.tryGet("memory/export?pair=vi-en");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body()).startsWith("<?xml").contains(TARGET);

    String path = "memory/entries/" + entry.path("id").asLong();
    assertThat(keeper.send("DELETE", path, null, BodyPublishers.noBody()).status()).isEqualTo(204);
    assertThat(lookUp(SOURCE)).isEmpty();
    assertThat(keeper.send("DELETE", path, null, BodyPublishers.noBody()).code())
        .isEqualTo("not-found");
  }

  @Test
  void similarSentence_isOfferedForTheSegmentOfAText() {
    upload(
        gateway.admin(),
        tmx("Hôm nay tàu lớn cập bến an toàn.", "A large ship docked safely today."),
        "vouched=true&sensitivity=public");
    String target = gateway.translated("Hôm qua tàu lớn cập bến an toàn.");

    JsonNode matches = gateway.reviewer().get("targets/" + target + "/segments/0/matches");

    assertThat(matches.path("matches")).hasSize(1);
    assertThat(matches.path("matches").path(0).path("target").asText())
        .isEqualTo("A large ship docked safely today.");
    assertThat(gateway.reviewer().tryGet("targets/" + target + "/segments/9/matches").code())
        .isEqualTo("not-found");
  }

  @Test
  void files_areForWhoKeepsTheNames_andHaveToBeTmx() {
    String tmx = tmx("Một câu nữa thôi.", "One more sentence.");
    assertThat(upload(gateway.editor(), tmx, "").code()).isEqualTo("not-permitted");
    assertThat(gateway.reviewer().tryGet("memory/export").code()).isEqualTo("not-permitted");
    assertThat(upload(gateway.terminologist(), "<html/>", "").code())
        .isEqualTo("unreadable-memory");
    assertThat(upload(gateway.terminologist(), tmx, "pair=nonsense").code())
        .isEqualTo("invalid-request");
    assertThat(upload(gateway.terminologist(), tmx, "sensitivity=top").code())
        .isEqualTo("invalid-request");
  }
}
