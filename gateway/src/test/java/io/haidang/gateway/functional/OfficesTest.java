package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Office;
import io.haidang.translation.review.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one office keeps secret does not exist for another, whatever it asks. */
class OfficesTest {

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static final String TEXT = "Kế hoạch đón đoàn khách quốc tế chưa công bố.\n";

  private final ApiClient editor = GATEWAY.editor();
  private final ApiClient stranger =
      GATEWAY.of(new Office("Sở Du lịch"), Role.EDITOR, Role.REVIEWER, Role.TERMINOLOGIST);

  @Test
  void secret_ofAnotherOffice_isNowhere() {
    JsonNode story = story("secret");
    String id = story.path("id").asText();
    String asset = story.path("assets").path(0).path("id").asText();
    String target = translation(asset);

    assertThat(story.path("office").asText()).isEqualTo("Văn phòng");
    assertThat(stranger.get("me").path("office").asText()).isEqualTo("Sở Du lịch");
    for (String address :
        List.of(
            "bundles/" + id,
            "bundles/" + id + "/facts",
            "bundles/" + id + "/archive",
            "targets/" + target,
            "targets/" + target + "/segments",
            "targets/" + target + "/events",
            "targets/" + target + "/summary",
            "drafts/" + asset,
            "library/" + target)) {
      assertThat(stranger.tryGet(address).status()).as(address).isEqualTo(404);
    }
    assertThat(stranger.tryPost("targets/" + target + "/remakings", Map.of("version", 1)).status())
        .isEqualTo(404);
    assertThat(stranger.get("bundles").toString()).doesNotContain(id);
    assertThat(stranger.get("targets?state=in-review").toString()).doesNotContain(target);
    assertThat(editor.get("bundles").toString()).contains(id);
    assertThat(editor.get("targets?state=in-review").toString()).contains(target);
    assertThat(GATEWAY.admin().tryGet("targets/" + target).status()).isEqualTo(200);
  }

  @Test
  void picture_ofAnotherOfficesSecret_isNowhere() {
    JsonNode story = story("secret");
    String id = story.path("id").asText();
    byte[] gif = "GIF89a-picture".getBytes(StandardCharsets.US_ASCII);
    String picture =
        editor
            .tryForm(
                "bundles/" + id + "/assets",
                Map.of("kind", "image", "content", GATEWAY.secret(TEXT)),
                Map.of("medium", gif),
                "a.gif")
            .json()
            .at("/assets/1/id")
            .asText();

    assertThat(editor.tryGet("assets/" + picture + "/medium").body()).isEqualTo("GIF89a-picture");
    for (String address :
        List.of("assets/" + picture + "/medium", "bundles/" + id + "/inconsistencies")) {
      assertThat(stranger.tryGet(address).status()).as(address).isEqualTo(404);
    }
  }

  @Test
  void internal_isForTheWholeHouse() {
    JsonNode story = story("internal");
    String target = translation(story.path("assets").path(0).path("id").asText());

    assertThat(stranger.tryGet("bundles/" + story.path("id").asText()).status()).isEqualTo(200);
    assertThat(stranger.tryGet("targets/" + target + "/segments").status()).isEqualTo(200);
  }

  private JsonNode story(String label) {
    return editor.post("bundles", Map.of("content", GATEWAY.secret(TEXT), "sensitivity", label));
  }

  private String translation(String asset) {
    String target =
        editor
            .post(
                "assets/" + asset + "/products",
                Map.of("forms", List.of("translation"), "languages", List.of("en")))
            .path("products")
            .path(0)
            .path("id")
            .asText();
    GATEWAY.awaitState(target, "in-review");
    return target;
  }
}
