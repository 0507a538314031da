package io.haidang.gateway.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The glossary over HTTP: every answer is held to the contract. */
class GlossaryApiTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String BASE = "glossaries/official/";

  @Test
  void concepts_searched_comeWithTheExactDiacriticsFirst() {
    ApiClient reader = gateway.editor();

    JsonNode exact = reader.get(BASE + "concepts?limit=3&q=" + encoded("bộ công"));
    assertThat(exact.path("total").asInt()).isEqualTo(2);
    assertThat(ids(exact)).containsExactly("bộ-công-an", "bộ-công-thương");
    JsonNode folded = reader.get(BASE + "concepts?q=BO+CONG+AN");
    assertThat(ids(folded)).containsExactly("bộ-công-an");
    JsonNode page = reader.get(BASE + "concepts?offset=140&limit=50");
    assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(142);
    assertThat(page.path("concepts").size()).isEqualTo(page.path("total").asInt() - 140);
    assertThat(reader.get("glossaries").path("glossaries").path(0).path("id").asText())
        .isEqualTo("official");
  }

  @Test
  void name_proposedCommentedAndApproved_isInForceWithItsHistory() {
    String id = id();
    ApiClient keeper = gateway.terminologist();
    JsonNode proposal = keeper.proposeName(id, "Nhà đèn " + id, "Lamp house " + id);
    keeper.post(BASE + "concepts/" + encoded(id) + "/comments", Map.of("comment", "Vì sao?"));

    JsonNode release =
        gateway
            .admin()
            .tryDecideOn("approve", "đã xem", proposal.path("id").asText())
            .json()
            .path("release");

    JsonNode details = keeper.get(BASE + "concepts/" + encoded(id));
    assertThat(details.path("state").asText()).isEqualTo("approved");
    assertThat(details.path("version").asInt()).isEqualTo(1);
    assertThat(types(details)).containsExactly("proposed", "commented", "approved");
    assertThat(details.path("proposals").path(0).path("release")).isEqualTo(release.path("number"));
    int number = release.path("number").asInt();
    JsonNode diff = keeper.get(BASE + "diff?from=" + (number - 1) + "&to=" + number);
    assertThat(diff.path("added").path(0).path("id").asText()).isEqualTo(id);
    assertThat(keeper.get(BASE + "releases?limit=1").path("releases").path(0)).isEqualTo(release);
    assertThat(keeper.get("glossary").path("release").asText()).isEqualTo(String.valueOf(number));
  }

  @Test
  @Provokes({ErrorCode.PROPOSER_CANNOT_APPROVE, ErrorCode.NOT_PERMITTED, ErrorCode.INVALID_REQUEST})
  void decision_thatIsNotAllowed_isRefused() {
    String id = id();
    ApiClient keeper = gateway.terminologist();
    String proposal = keeper.proposeName(id, "Nhà đèn " + id, "Lamp house").path("id").asText();

    assertThat(keeper.tryDecideOn("approve", "", proposal).code())
        .isEqualTo("proposer-cannot-approve");
    assertThat(gateway.reviewer().tryDecideOn("approve", "", proposal).code())
        .isEqualTo("not-permitted");
    assertThat(gateway.admin().tryDecideOn("reject", "", proposal).code())
        .isEqualTo("invalid-request");
    assertThat(gateway.admin().tryDecideOn("reject", "không có nguồn", proposal).status())
        .isEqualTo(200);
  }

  @Test
  @Provokes({ErrorCode.STALE_VERSION, ErrorCode.OUTDATED_PROPOSAL})
  void change_ofAVersionThatWasReplaced_isRefused() {
    String id = id();
    ApiClient keeper = gateway.terminologist();
    approve(keeper.proposeName(id, "Nhà đèn " + id, "Lamp house"));
    Answer first = tryChange(keeper, id, 1, "Lighthouse");
    Answer second = tryChange(keeper, id, 1, "Beacon");
    approve(first.json());

    assertThat(gateway.admin().tryDecideOn("approve", "", second.json().path("id").asText()).code())
        .isEqualTo("outdated-proposal");
    Answer third = tryChange(keeper, id, 1, "Tower");
    assertThat(third.code()).isEqualTo("stale-version");
    assertThat(third.json().path("currentVersion").asInt()).isEqualTo(2);
  }

  @Test
  void change_undoneRetiredAndReopened_showsEachState() {
    String id = id();
    ApiClient keeper = gateway.terminologist();
    approve(keeper.proposeName(id, "Nhà đèn " + id, "Lamp house"));
    approve(tryChange(keeper, id, 1, "Lighthouse").json());
    approve(step(keeper, "undo", id, 2));
    assertThat(english(keeper, id)).isEqualTo("Lamp house");
    approve(step(keeper, "retire", id, 3));
    assertThat(keeper.get(BASE + "concepts/" + encoded(id)).path("state").asText())
        .isEqualTo("retired");
    approve(step(keeper, "reopen", id, 4));
    assertThat(keeper.get(BASE + "concepts/" + encoded(id)).path("versions")).hasSize(4);
  }

  @Test
  void file_importedAndRolledBack_isTwoReleases() {
    ApiClient keeper = gateway.terminologist();
    int before = latest();
    String id = id();
    String file =
        "concept_id,vi,en,valid_to\n"
            + (id + ",Nhà đèn " + id + ",Lamp house,\n")
            + "sai,Ngày sai,Wrong day,2025-02-30\n";

    JsonNode preview = upload(keeper, file, "format=csv").json();
    assertThat(preview.path("errors").path(0).path("line").asInt()).isEqualTo(3);
    assertThat(preview.path("table").path("columns")).hasSize(4);
    JsonNode batch =
        upload(keeper, file, "format=csv&apply=true&onError=import-valid").json().path("batch");
    assertThat(batch.path("created").asInt()).isEqualTo(1);
    assertThat(decideBatch(batch).path("number").asInt()).isEqualTo(before + 1);

    JsonNode rollback = keeper.post(BASE + "rollbacks", Map.of("release", before));
    assertThat(decideBatch(rollback).path("restores").asInt()).isEqualTo(before);
    JsonNode diff = keeper.get(BASE + "diff?from=" + before + "&to=" + (before + 2));
    assertThat(diff.path("added")).isEmpty();
    assertThat(diff.path("removed")).isEmpty();
    assertThat(diff.path("changed")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "tbx-dca", "tbx-dct", "tbx-martif"})
  void release_exported_isReadBackWithoutAChange(String format) {
    Answer file = gateway.editor().tryGet(BASE + "export?release=1&format=" + format);
    assertThat(file.status()).isEqualTo(200);

    JsonNode preview = upload(gateway.editor(), file.body(), "format=" + format).json();

    assertThat(preview.path("errors").isArray()).isTrue();
    assertThat(preview.path("errors")).isEmpty();
    assertThat(preview.path("batch").path("unchanged").asInt()).isEqualTo(142);
  }

  @Test
  @Provokes({ErrorCode.UNREADABLE_GLOSSARY, ErrorCode.INVALID_REQUEST, ErrorCode.NOT_PERMITTED})
  void file_thatIsNoList_isRefused() {
    ApiClient keeper = gateway.terminologist();

    assertThat(upload(keeper, "\u0000\u0001", "format=xlsx").code())
        .isEqualTo("unreadable-glossary");
    assertThat(upload(keeper, "<a/>", "format=tbx-dca").code()).isEqualTo("unreadable-glossary");
    assertThat(upload(keeper, "vi,en\na,b\n", "format=doc").code()).isEqualTo("invalid-request");
    assertThat(upload(keeper, "vi,en\na,b\n", "format=csv&column=vi").code())
        .isEqualTo("invalid-request");
    assertThat(upload(gateway.editor(), "vi,en\na,b\n", "format=csv&apply=true").code())
        .isEqualTo("not-permitted");
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void thing_unknown_isNotFound() {
    ApiClient keeper = gateway.terminologist();

    assertThat(keeper.tryGet(BASE + "concepts/none").code()).isEqualTo("not-found");
    assertThat(keeper.tryGet(BASE + "diff?from=1&to=9999").code()).isEqualTo("not-found");
    assertThat(keeper.tryDecideOn("approve", "", UUID.randomUUID().toString()).code())
        .isEqualTo("not-found");
    assertThat(step(keeper, "retire", "none", 1).path("code").asText()).isEqualTo("not-found");
  }

  @Test
  void translation_madeUnderARelease_saysSoAfterTheNext() {
    String id = id();
    String text = "Nhà đèn " + id + " thông báo kết quả hội nghị.";
    ApiClient keeper = gateway.terminologist();
    int before = latest();
    String old = gateway.translated(text);
    approve(keeper.proposeName(id, "Nhà đèn " + id, "Lamp House " + id));

    String young = gateway.translated(text);

    assertThat(glossaryRelease(old)).isEqualTo(String.valueOf(before));
    assertThat(glossaryRelease(young)).isEqualTo(String.valueOf(before + 1));
    JsonNode uses = keeper.get(BASE + "concepts/" + encoded(id) + "/uses");
    assertThat(uses.path("total").asInt()).isEqualTo(1);
    assertThat(uses.path("uses").path(0).path("target").asText()).isEqualTo(young);
    assertThat(uses.path("uses").path(0).path("rendering").asText()).isEqualTo("Lamp House " + id);
  }

  private static String glossaryRelease(String target) {
    return gateway
        .editor()
        .get("targets/" + target + "/segments")
        .path("segments")
        .path(0)
        .path("provenance")
        .path("glossaryRelease")
        .asText();
  }

  private static int latest() {
    return gateway.editor().get("glossaries").path("glossaries").path(0).path("release").asInt();
  }

  private static String english(ApiClient client, String id) {
    JsonNode concept = client.get(BASE + "concepts/" + encoded(id)).path("concept");
    return concept.path("terms").path(1).path("text").asText();
  }

  private static Answer tryChange(ApiClient keeper, String id, int base, String english) {
    return keeper.tryPost(
        BASE + "proposals",
        Map.of(
            "kind",
            "change",
            "baseVersion",
            base,
            "concept",
            ApiClient.name(id, "Nhà đèn " + id, english)));
  }

  private static JsonNode step(ApiClient keeper, String kind, String id, int base) {
    return keeper
        .tryPost(BASE + "proposals", Map.of("kind", kind, "baseVersion", base, "conceptId", id))
        .json();
  }

  private static void approve(JsonNode proposal) {
    assertThat(gateway.admin().tryDecideOn("approve", "", proposal.path("id").asText()).status())
        .isEqualTo(200);
  }

  private static JsonNode decideBatch(JsonNode batch) {
    return gateway
        .admin()
        .post(BASE + "decisions", Map.of("decision", "approve", "batch", batch.path("id").asText()))
        .path("release");
  }

  private static Answer upload(ApiClient client, String file, String query) {
    return client.send(
        "POST",
        BASE + "imports?" + query,
        "application/octet-stream",
        BodyPublishers.ofString(file));
  }

  /** New in each test, with what an address has to escape. */
  private static String id() {
    return "nhà-đèn/" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("concepts").forEach(concept -> ids.add(concept.path("id").asText()));
    return ids;
  }

  private static List<String> types(JsonNode details) {
    List<String> types = new ArrayList<>();
    details.path("events").forEach(event -> types.add(event.path("type").asText()));
    return types;
  }
}
