package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.client.Draft;
import io.haidang.client.HaiDangClient;
import io.haidang.client.HaiDangException;
import io.haidang.client.NewDraft;
import io.haidang.client.OfficialName;
import io.haidang.client.PublishedItem;
import io.haidang.client.Target;
import io.haidang.client.Target.State;
import io.haidang.client.Translation;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code docs/api.md} shows of the Java client does what it says. */
class JavaClientTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static HaiDangClient desk() {
    String key = GATEWAY.gateway().accounts().createApiKey(GATEWAY.first("editor").id(), "java");
    return new HaiDangClient(URI.create(GATEWAY.address() + "/"), key);
  }

  @Test
  void sentence_translated_hasTheOfficialName() {
    Translation translation =
        desk().translate(GATEWAY.secret("Sở Tài chính họp báo sáng nay."), "en");

    assertThat(translation.text()).contains("Department of Finance");
    assertThat(translation.sourceLanguage()).isEqualTo("vi");
  }

  @Test
  void draft_reviewedByAPerson_isFetchedAndSeenInTheChannels() {
    HaiDangClient desk = desk();

    Draft draft =
        desk.submit(
            new NewDraft(
                "Cảng",
                GATEWAY.secret("Cảng Hải Phòng đón 45 tàu trong ngày."),
                Optional.of("vi"),
                List.of("en"),
                true,
                Optional.of(LocalDate.of(2026, 3, 2))));
    String target = draft.targets().get(0).id();
    Target read = desk.await(target, any -> any.state() == State.IN_REVIEW, PATIENCE);
    assertThat(read.state()).isEqualTo(State.IN_REVIEW);
    GATEWAY.reviewer().tryApprove(target);
    Target approved = desk.await(target, any -> any.state().isSignedOff(), PATIENCE);
    String text = desk.export(target);

    assertThat(approved.failure()).isEmpty();
    assertThat(text).contains("45");
    PublishedItem shown =
        desk.published(Optional.empty(), Optional.of("en")).items().stream()
            .filter(item -> item.id().equals(target))
            .findFirst()
            .orElseThrow();
    assertThat(shown.text()).contains(text.strip());
    assertThat(shown.withdrawn()).isFalse();
    assertThat(shown.notice()).isEmpty();
  }

  @Test
  void name_lookedUpWithoutMarks_isFound() {
    List<OfficialName> names = desk().findNames("so ngoai vu", 5);

    assertThat(names)
        .extracting(name -> name.preferred("en"))
        .contains(Optional.of("Department of Foreign Affairs"));
    assertThat(names.get(0).preferred("fr")).isEmpty();
  }

  @Test
  void refusal_ofTheDesk_hasItsCode() {
    assertThatThrownBy(() -> desk().translate("Xin chào.", "sw"))
        .isInstanceOfSatisfying(
            HaiDangException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("unsupported-pair");
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.retryAfter()).isEmpty();
            });
    HaiDangClient stranger = new HaiDangClient(URI.create(GATEWAY.address()), "hd_none");
    assertThatThrownBy(() -> stranger.target("x"))
        .isInstanceOfSatisfying(
            HaiDangException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("wrong-credentials"));
  }

  @Test
  void export_beforeItIsSignedOff_isRefused() {
    HaiDangClient desk = desk();
    Draft draft = desk.submit(NewDraft.internal("", GATEWAY.secret("Trời mưa to."), "en"));

    assertThatThrownBy(() -> desk.export(draft.targets().get(0).id()))
        .isInstanceOfSatisfying(
            HaiDangException.class, refusal -> assertThat(refusal.code()).isEqualTo("wrong-state"));
  }
}
