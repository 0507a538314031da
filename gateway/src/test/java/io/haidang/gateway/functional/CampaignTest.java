package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new name is carried through what was translated, signed off and delivered before. */
class CampaignTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String BASE = "glossaries/official/campaigns";

  /** The starter list says that it ended on 2025-02-28, and what took its place. */
  private static final String MINISTRY = "bộ-giao-thông-vận-tải";

  private static final String TEXT = "Bộ Giao thông vận tải thông báo kết quả hội nghị.";

  @Test
  @Provokes({ErrorCode.WRONG_STATE, ErrorCode.STALE_VERSION, ErrorCode.NOT_PERMITTED})
  void successor_carriedThrough_correctsWhatIsDatedAfterTheChangeAndIsReviewedAgain() {
    String old = published("2024-05-06");
    String young = published("2026-05-06");
    ApiClient keeper = gateway.terminologist();

    Answer opened = keeper.tryPost(BASE, Map.of("conceptId", MINISTRY));
    assertThat(opened.status()).isEqualTo(201);
    JsonNode campaign = opened.json();
    assertThat(campaign.path("changedOn").asText()).isEqualTo("2025-03-01");
    assertThat(campaign.path("renames").path(0).path("newName").asText())
        .isEqualTo("Ministry of Construction");
    assertThat(place(campaign, old).path("selected").asBoolean()).isFalse();
    assertThat(place(campaign, young).path("selected").asBoolean()).isTrue();
    assertThat(place(campaign, young).path("exports")).hasSize(1);
    assertThat(keeper.tryPost(BASE, Map.of("conceptId", MINISTRY)).code()).isEqualTo("wrong-state");

    String address = BASE + "/" + campaign.path("id").asText();
    Map<String, ?> first = Map.of("version", 1);
    assertThat(gateway.editor().tryPost(address + "/preparation", first).code())
        .isEqualTo("not-permitted");
    JsonNode prepared = keeper.post(address + "/preparation", first);
    assertThat(prepared.path("state").asText()).isEqualTo("prepared");
    assertThat(prepared.path("progress").path("prepared").asInt()).isEqualTo(1);
    assertThat(keeper.tryPost(address + "/preparation", first).code()).isEqualTo("stale-version");

    assertThat(text(young)).contains("Ministry of Construction").doesNotContain("Transport");
    assertThat(state(young)).isEqualTo("in-review");
    assertThat(text(old)).contains("Ministry of Transport");
    assertThat(state(old)).isEqualTo("published");
    assertThat(errors(young)).isZero();

    gateway.reviewer().tryApprove(young);
    JsonNode closed =
        keeper.post(address + "/closing", Map.of("version", prepared.path("version").asInt()));
    assertThat(closed.path("state").asText()).isEqualTo("closed");
    assertThat(closed.path("progress").path("settled").asInt()).isEqualTo(1);
    String report = keeper.tryGet(address + "/report").body();
    assertThat(report).contains("Ministry of Transport → Ministry of Construction", "1 settled");
    assertThat(keeper.tryGet(address + "/report?format=csv").body().lines()).hasSize(3);
    assertThat(keeper.get(BASE).path("campaigns").path(0).path("id"))
        .isEqualTo(campaign.path("id"));
  }

  @Test
  void renderingChangedByARelease_isCorrectedOrLeftToAPerson() {
    ApiClient keeper = gateway.terminologist();
    approve(keeper.proposeName("trạm-đèn", "Trạm Đèn biển", "Lamp Station"));
    String safe = gateway.translated("Trạm Đèn biển thông báo kết quả hội nghị.");
    String unsure = gateway.translated("Trạm Đèn biển thông báo.");
    gateway.editor().tryEdit(unsure, 0, 1, "The Lamp Stations announced it.");
    approve(
        keeper.post(
            "glossaries/official/proposals",
            Map.of(
                "kind",
                "change",
                "baseVersion",
                1,
                "concept",
                ApiClient.name("trạm-đèn", "Trạm Đèn biển", "Beacon Station"))));

    JsonNode campaign =
        keeper.post(BASE, Map.of("conceptId", "trạm-đèn", "changedOn", "2020-01-01"));
    JsonNode prepared =
        keeper.post(
            BASE + "/" + campaign.path("id").asText() + "/preparation", Map.of("version", 1));

    assertThat(text(safe)).contains("Beacon Station").doesNotContain("Lamp");
    JsonNode left = place(prepared, unsure);
    assertThat(left.path("state").asText()).isEqualTo("by-hand");
    assertThat(left.path("reason").asText()).isEqualTo("another form of the name");
    assertThat(text(unsure)).isEqualTo("The Lamp Stations announced it.");
  }

  @Test
  void place_leftOut_isNotTouched() {
    ApiClient keeper = gateway.terminologist();
    approve(keeper.proposeName("cột-đèn", "Cột Đèn biển", "Lamp Post"));
    String target = gateway.translated("Cột Đèn biển thông báo kết quả hội nghị.");
    approve(
        keeper.post(
            "glossaries/official/proposals",
            Map.of(
                "kind",
                "change",
                "baseVersion",
                1,
                "concept",
                ApiClient.name("cột-đèn", "Cột Đèn biển", "Light Post"))));
    JsonNode campaign =
        keeper.post(BASE, Map.of("conceptId", "cột-đèn", "changedOn", "2020-01-01"));
    String address = BASE + "/" + campaign.path("id").asText();
    Map<String, ?> out = Map.of("target", target, "index", 0, "selected", false);

    keeper.post(address + "/selection", Map.of("version", 1, "places", List.of(out)));
    JsonNode prepared = keeper.post(address + "/preparation", Map.of("version", 2));

    assertThat(prepared.path("progress").path("selected").asInt()).isZero();
    assertThat(text(target)).contains("Lamp Post");
  }

  @Test
  @Provokes({ErrorCode.WRONG_STATE, ErrorCode.NOT_FOUND})
  void campaign_withoutARename_isRefused() {
    ApiClient keeper = gateway.terminologist();

    assertThat(keeper.tryPost(BASE, Map.of("conceptId", "bộ-y-tế")).code())
        .isEqualTo("wrong-state");
    assertThat(keeper.tryPost(BASE, Map.of("conceptId", "none")).code()).isEqualTo("not-found");
    assertThat(keeper.tryGet(BASE + "/none").code()).isEqualTo("not-found");
  }

  private static String published(String textDate) {
    ApiClient editor = gateway.editor();
    JsonNode draft = editor.trySubmit(gateway.secret(TEXT), Map.of("textDate", textDate)).json();
    String target = draft.path("targets").path(0).path("id").asText();
    gateway.awaitState(target, "in-review");
    assertThat(text(target)).contains("Ministry of Transport");
    gateway.reviewer().tryApprove(target);
    assertThat(editor.tryPost("targets/" + target + "/exports", Map.of()).status()).isEqualTo(200);
    return target;
  }

  private static void approve(JsonNode proposal) {
    assertThat(gateway.admin().tryDecideOn("approve", "", proposal.path("id").asText()).status())
        .isEqualTo(200);
  }

  private static JsonNode place(JsonNode campaign, String target) {
    for (JsonNode place : campaign.path("places")) {
      if (place.path("target").asText().equals(target)) {
        return place;
      }
    }
    throw new AssertionError("no place in " + target);
  }

  private static String text(String target) {
    return gateway
        .editor()
        .get("targets/" + target + "/segments")
        .path("segments")
        .path(0)
        .path("target")
        .asText();
  }

  private static String state(String target) {
    return gateway.editor().get("targets/" + target).path("state").asText();
  }

  private static int errors(String target) {
    return gateway.editor().get("targets/" + target).path("openErrors").asInt();
  }
}
