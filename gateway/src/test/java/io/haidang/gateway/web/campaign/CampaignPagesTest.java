package io.haidang.gateway.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.TermClient;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new name on its way through what was translated before, without scripts. */
class CampaignPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final Pattern PLACE = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

  private final TermClient mai = new TermClient(DESK.desk(), "mai");
  private final TermClient nam = new TermClient(DESK.desk(), "nam");
  private final WebClient hoa = WebClient.of(DESK.desk(), "hoa");

  /** Letters only, since a model may write a number otherwise. */
  private final String mark = letters(UUID.randomUUID());

  private final String id = "t-" + UUID.randomUUID();

  /** A text that uses a name, which is then called otherwise. */
  @BeforeEach
  void rename() {
    mai.proposeNew(id, "Trung tâm " + mark, "Centre " + mark);
    nam.decide("approve", nam.newestProposal(), "");
    hoa.submit(Map.of("title", "Về " + mark, "content", "Trung tâm " + mark + " đón khách."));
    await().atMost(Duration.ofMinutes(2)).until(() -> hoa.get("/queue").body().contains(mark));
    mai.send(
        TermClient.CONCEPT + id + "/edit",
        TermClient.form("Trung tâm " + mark, "Institute " + mark, mai.version(id)));
    nam.decide("approve", nam.newestProposal(), "");
  }

  private static String letters(UUID random) {
    return random
        .toString()
        .chars()
        .filter(Character::isLetterOrDigit)
        .limit(12)
        .mapToObj(digit -> String.valueOf((char) ('A' + Character.digit(digit, 16))))
        .collect(Collectors.joining());
  }

  private String open() {
    HttpResponse<String> answer =
        mai.send(TermClient.CONCEPT + id + "/campaigns", Map.of("changedOn", "2026-01-01"));
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("").replaceFirst("\\?.*", "");
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(found.groupCount());
  }

  private HttpResponse<String> step(TermClient who, String campaign, String decision) {
    String page = mai.page(campaign);
    String place = first(PLACE, page);
    return who.send(
        campaign,
        List.of(
            Map.entry("decision", decision),
            Map.entry("version", first(VERSION, page)),
            Map.entry("shown", place),
            Map.entry("place", place)));
  }

  @Test
  void campaign_opened_listsTheOldNameWhereItStands() {
    String campaign = open();

    assertThat(mai.page(campaign))
        .contains("<mark class=\"warning\">Centre " + mark + "</mark>")
        .contains("Institute " + mark);
    assertThat(mai.page("/glossary/campaigns")).contains(campaign);
  }

  @Test
  void campaign_prepared_writesTheNewNameForReview() {
    String campaign = open();

    assertThat(step(mai, campaign, "prepare").statusCode()).isEqualTo(303);

    assertThat(mai.page(campaign)).contains("đã ghi bản sửa").doesNotContain("<mark");
    String target = first(Pattern.compile("(/targets/[0-9a-f-]{36})"), mai.page(campaign));
    assertThat(hoa.get(target).body()).contains("Institute " + mark);
  }

  @Test
  void campaign_closed_leavesItsReport() {
    String campaign = open();
    List<Map.Entry<String, String>> form = new ArrayList<>();
    form.add(Map.entry("decision", "close"));
    form.add(Map.entry("version", first(VERSION, mai.page(campaign))));
    form.add(Map.entry("comment", "xong " + mark));

    assertThat(mai.send(campaign, form).statusCode()).isEqualTo(303);

    assertThat(mai.page(campaign)).contains("đã kết thúc").contains("xong " + mark);
    assertThat(mai.page(campaign + "/report?format=csv")).contains("Về " + mark);
    assertThat(mai.send(campaign, form).statusCode()).isEqualTo(409);
  }

  @Test
  void campaign_secondForTheSameName_isToldOnThePage() {
    open();

    HttpResponse<String> answer =
        mai.send(TermClient.CONCEPT + id + "/campaigns", Map.of("changedOn", ""));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("đã có một đợt đang làm");
  }

  @Test
  void campaign_wrongDate_isToldOnThePage() {
    HttpResponse<String> answer =
        mai.send(TermClient.CONCEPT + id + "/campaigns", Map.of("changedOn", "hôm qua"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("hôm qua").contains("Cần một ngày");
  }

  @Test
  void campaign_ofAReviewer_isForbidden() {
    String campaign = open();
    TermClient minh = new TermClient(DESK.desk(), "minh");

    assertThat(minh.page(campaign)).doesNotContain("value=\"prepare\"");
    assertThat(step(minh, campaign, "prepare").statusCode()).isEqualTo(403);
    assertThat(
            minh.send(TermClient.CONCEPT + id + "/campaigns", Map.of("changedOn", "")).statusCode())
        .isEqualTo(403);
    assertThat(mai.browser().post(campaign, Map.of("decision", "close")).statusCode())
        .isEqualTo(403);
  }
}
