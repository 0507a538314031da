package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Office;
import io.haidang.translation.review.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who did what over HTTP: for administrators, and for auditors what their own office did. */
class AuditApiTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final Office OTHER = new Office("Sở Du lịch");

  private final String mark = UUID.randomUUID().toString();

  @Test
  void draft_ofAnOffice_isSeenByItsAuditorAndTheAdministratorAlone() {
    ApiClient author = gateway.of(OTHER, Role.EDITOR);
    String target = gateway.translated(author, "Cảng Lạch Huyện đón tàu " + mark + ".");

    JsonNode byAdmin = gateway.admin().get("audit?subject=" + target);
    JsonNode byAuditor = gateway.of(OTHER, Role.AUDITOR).get("audit?subject=" + target);
    JsonNode byStranger = gateway.of(Office.FIRST, Role.AUDITOR).get("audit?subject=" + target);

    assertThat(byAdmin.path("entries").findValuesAsText("type")).contains("target-created");
    assertThat(byAdmin.path("entries").findValuesAsText("actor")).containsOnly("Người khác");
    assertThat(byAuditor.path("entries").size()).isEqualTo(byAdmin.path("entries").size());
    assertThat(byStranger.path("entries")).isEmpty();
    assertThat(gateway.admin().get("audit?machine=true&subject=" + target).path("entries"))
        .hasSizeGreaterThan(byAdmin.path("entries").size());
    assertThat(byAdmin.toString()).doesNotContain(mark);
  }

  @Test
  void reading_isAnEntryOfItsOwn() {
    ApiClient auditor = gateway.of(OTHER, Role.AUDITOR);
    auditor.get("audit?area=text");

    JsonNode readings = gateway.admin().get("audit?area=audit&subject=text");

    assertThat(readings.path("entries").findValuesAsText("title")).contains("text ..");
  }

  @Test
  void chain_readByAnAuditor_isIntactAndKnowsAForeignHead() {
    ApiClient auditor = gateway.of(OTHER, Role.AUDITOR);

    JsonNode report = auditor.get("audit/chain");
    JsonNode foreign = auditor.get("audit/chain?head=7:" + "a".repeat(64));

    assertThat(report.path("intact").asBoolean()).isTrue();
    assertThat(foreign.path("intact").asBoolean()).isFalse();
    assertThat(foreign.path("flaws").findValuesAsText("kind")).containsExactly("other-head");
    assertThat(auditor.tryGet("audit/chain?head=x").status()).isEqualTo(400);
    assertThat(gateway.editor().tryGet("audit/chain").status()).isEqualTo(403);
  }

  @Test
  void audit_forOthers_isClosed() {
    assertThat(gateway.reviewer().tryGet("audit").status()).isEqualTo(403);
    assertThat(gateway.editor().tryGet("audit/csv").status()).isEqualTo(403);
  }

  @Test
  void csv_hasTheSameRows() {
    String target = gateway.translated("Sở Ngoại vụ họp " + mark + ".");

    String csv = gateway.admin().tryGet("audit/csv?subject=" + target).body();

    assertThat(csv).startsWith("at,area,type,actor,subject,title,office\r\n").contains(target);
  }

  @Test
  void retention_setHeldAndDeleted_isToldInTheAudit() {
    ApiClient admin = gateway.admin();
    String target = gateway.translated("Sở Ngoại vụ họp " + mark + ".");
    JsonNode shown = admin.get("targets/" + target);
    String story = "bundles/" + shown.path("bundle").asText();
    String title = shown.path("title").asText();

    assertThat(admin.tryPut("retention", forEver()).json()).isEqualTo(admin.get("retention"));
    assertThat(admin.get("retention").findValues("unpublishedDays"))
        .hasSize(3)
        .allMatch(JsonNode::isNull);
    assertThat(admin.get("retention/outlook").path("stories").asInt()).isZero();
    Map<String, String> reason = Map.of("reason", "Thanh tra");
    assertThat(gateway.editor().tryPut(story + "/hold", reason).json().at("/hold/reason").asText())
        .isEqualTo("Thanh tra");
    assertThat(admin.tryPost(story + "/deletion", Map.of("title", title)).status()).isEqualTo(409);
    assertThat(gateway.editor().tryDelete(story + "/hold").status()).isEqualTo(403);
    assertThat(admin.tryDelete(story + "/hold").status()).isEqualTo(200);
    assertThat(admin.tryPost(story + "/deletion", Map.of("title", title)).status()).isEqualTo(204);

    assertThat(admin.tryGet(story).status()).isEqualTo(404);
    assertThat(admin.get("audit?area=retention").path("entries").findValuesAsText("type"))
        .startsWith("story-deleted", "hold-lifted", "story-held", "retention-changed");
    assertThat(admin.get("audit?area=retention").toString()).doesNotContain(mark);
  }

  @Test
  void retention_setByAnybodyElseOrInPart_isRefused() {
    assertThat(gateway.reviewer().tryGet("retention/runs").status()).isEqualTo(403);
    assertThat(gateway.reviewer().tryPut("retention", forEver()).status()).isEqualTo(403);
    assertThat(gateway.admin().tryPut("retention", Map.of("rules", List.of())).status())
        .isEqualTo(400);
    assertThat(gateway.admin().get("retention/runs").path("runs").isArray()).isTrue();
  }

  @Test
  void ownData_byKey_isAZipFileAndNoted() {
    ApiClient editor = gateway.of(OTHER, Role.EDITOR);

    assertThat(editor.tryGet("me/data").body()).startsWith("PK").contains("profile.jsonl");
    assertThat(gateway.admin().get("audit?area=account").path("entries").findValuesAsText("type"))
        .contains("data-exported");
    assertThat(gateway.withKey(null).tryGet("me/data").status()).isEqualTo(401);
  }

  private static Map<String, Object> forEver() {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (String label : List.of("public", "internal", "secret")) {
      Map<String, Object> rule = new HashMap<>();
      rule.put("label", label);
      rule.put("unpublishedDays", null);
      rule.put("publishedDays", null);
      rules.add(rule);
    }
    return Map.of("rules", rules);
  }
}
