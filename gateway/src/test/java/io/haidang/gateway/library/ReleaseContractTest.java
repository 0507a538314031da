package io.haidang.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.channel.ChannelQuery;
import io.haidang.gateway.channel.PublishedItem;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.library.Channel.Changes;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.MapAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves the house and when, on every database. */
@OnEveryDatabase
class ReleaseContractTest {

  private static final String TEXT = "Cảng Hải Phòng đón tàu lớn.\nTàu cập cảng sáng nay.";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Newsroom news;
  private final Channel channel;

  ReleaseContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    news = new Newsroom(store.database(), clock);
    channel = news.library.channel();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void channel_showsWhatWasDelivered_asItWasApproved() {
    Target target = news.translation(TEXT);
    news.approve(target);
    assertThat(out()).isEmpty();

    news.publish(target);

    PublishedItem item = channel.item(target.id());
    assertThat(item.text().title()).isEqualTo("en: Cảng Hải Phòng đón tàu lớn.");
    assertThat(item.text().body())
        .isEqualTo("en: Cảng Hải Phòng đón tàu lớn.\n\nen: Tàu cập cảng sáng nay.");
    assertThat(new String(channel.file(item), StandardCharsets.UTF_8))
        .contains("en: Tàu cập cảng sáng nay.");
    assertThat(out()).containsExactly(target.id());
    assertThat(item.publishedAt()).isEqualTo(clock.instant());
  }

  @Test
  void channel_neverShowsWhatIsNotPublic() {
    for (Sensitivity label : List.of(Sensitivity.INTERNAL, Sensitivity.SECRET)) {
      Target target = news.products(TEXT, label, List.of(ProductForm.TRANSLATION), "en").get(0);
      news.approveAndPublish(target);

      assertThat(out()).isEmpty();
      assertThat(changed(ChangeCursor.beginning()).items()).isEmpty();
      assertRefused(ErrorCode.NOT_FOUND, () -> channel.item(target.id()));
    }
  }

  @Test
  void embargo_keepsAProductFromEveryChannel_untilItsInstant() {
    Target target = news.translation(TEXT);
    Instant embargo = clock.instant().plus(Duration.ofHours(5));
    news.library.rules().set(target.asset().story(), embargo, "", news.reviewer);
    news.approveAndPublish(target);
    ChangeCursor before = changed(ChangeCursor.beginning()).next();

    clock.tick(Duration.ofHours(5).minusMillis(1));
    assertThat(out()).isEmpty();
    assertThat(changed(before).items()).isEmpty();
    assertThat(channel.list(10)).isEmpty();
    assertRefused(ErrorCode.NOT_FOUND, () -> channel.item(target.id()));
    assertThat(news.stories.bundles().content(target.asset().story()).toString())
        .doesNotContain("cập cảng");

    clock.tick(Duration.ofMillis(1));
    assertThat(out()).containsExactly(target.id());
    assertThat(changed(before).items()).extracting(PublishedItem::id).containsExactly(target.id());
    assertThat(channel.item(target.id()).publishedAt()).isEqualTo(embargo);
    assertThat(news.stories.bundles().content(target.asset().story()).toString())
        .contains("cập cảng");
  }

  @Test
  void embargo_liftedEarly_isAChangeThatNobodyMisses() {
    Target target = news.translation(TEXT);
    UUID story = target.asset().story();
    news.library.rules().set(story, clock.instant().plus(Duration.ofDays(2)), "", news.reviewer);
    news.approveAndPublish(target);
    clock.tick(Duration.ofHours(1));
    ChangeCursor polled = ChangeCursor.after(clock.instant());

    clock.tick(Duration.ofHours(1));
    news.library.rules().set(story, null, "", news.reviewer);

    assertThat(changed(polled).items()).extracting(PublishedItem::id).containsExactly(target.id());
  }

  @Test
  void embargo_onWhatIsOut_isRefused() {
    Target target = news.translation(TEXT);
    news.approveAndPublish(target);
    Instant later = clock.instant().plus(Duration.ofHours(1));

    assertRefused(
        ErrorCode.WRONG_STATE,
        () -> news.library.rules().set(target.asset().story(), later, "", news.reviewer));
    assertRefused(
        ErrorCode.NOT_PERMITTED,
        () -> news.library.rules().set(target.asset().story(), null, "", news.editor));
  }

  @Test
  @Provokes(ErrorCode.NOT_CLEARED)
  void spokesperson_hasToClear_justTheseWords() {
    Target target = news.translation(TEXT);
    UUID story = target.asset().story();
    ReleaseRules rules = news.library.rules();
    rules.set(story, null, "editor", news.reviewer);
    news.approve(target);
    assertRefused(ErrorCode.NOT_CLEARED, () -> news.publish(target));
    assertRefused(
        ErrorCode.NOT_PERMITTED, () -> rules.clear(target.id(), version(target), news.reviewer));

    rules.clear(target.id(), version(target), news.editor);
    assertThat(rules.isCleared(news.desk.target(target.id()))).isTrue();
    SegmentView first = news.desk.segments(target.id()).get(0);
    news.desk.edit(target.id(), 0, first.version(), "en: Other words.", news.editor);
    news.approve(target);
    assertRefused(ErrorCode.NOT_CLEARED, () -> news.publish(target));
    rules.clear(target.id(), version(target), news.editor);
    news.publish(target);

    assertThat(out()).containsExactly(target.id());
    news.publish(target); // The same words again need nobody.
  }

  @Test
  void spokesperson_isOnlyReplacedByThatPerson() {
    UUID story = news.translation(TEXT).asset().story();
    ReleaseRules rules = news.library.rules();
    rules.set(story, null, "editor", news.reviewer);

    assertRefused(ErrorCode.NOT_PERMITTED, () -> rules.set(story, null, "", news.reviewer));
    assertRefused(ErrorCode.INVALID_REQUEST, () -> rules.set(story, null, "nobody", news.reviewer));
    rules.set(story, null, "", news.editor);

    assertThat(rules.of(story).spokesperson()).isNull();
  }

  @Test
  @Provokes(ErrorCode.WITHDRAWN)
  void withdrawal_takesTheTextOffEveryChannel_andLeavesTheNotice() {
    Target target = news.translation(TEXT);
    news.approveAndPublish(target);
    ChangeCursor polled = ChangeCursor.after(clock.instant());
    clock.tick(Duration.ofHours(1));
    assertRefused(
        ErrorCode.NOT_PERMITTED,
        () -> news.library.notices().withdraw(target.id(), "Vì sao", news.editor));

    Target back = news.library.notices().withdraw(target.id(), "Sai số liệu", news.reviewer);

    assertThat(back.state()).isEqualTo(TargetState.CHANGES_REQUESTED);
    assertThat(out()).isEmpty();
    assertRefused(ErrorCode.WRONG_STATE, () -> news.publish(target));
    assertRefused(ErrorCode.WITHDRAWN, () -> channel.item(target.id()))
        .containsEntry("notice", "Sai số liệu");
    PublishedItem told = changed(polled).items().get(0);
    assertThat(told.isWithdrawn()).isTrue();
    assertThat(told.withdrawal()).isEqualTo("Sai số liệu");
    assertRefused(
        ErrorCode.WRONG_STATE,
        () -> news.library.notices().withdraw(target.id(), "Lần nữa", news.reviewer));
  }

  @Test
  void withdrawal_beforeTheEmbargoEnds_leavesNoTrace() {
    Target target = news.translation(TEXT);
    news.library
        .rules()
        .set(target.asset().story(), clock.instant().plus(Duration.ofHours(1)), "", news.reviewer);
    news.approveAndPublish(target);

    news.library.notices().withdraw(target.id(), "Hủy sự kiện", news.reviewer);
    clock.tick(Duration.ofHours(2));

    assertThat(changed(ChangeCursor.beginning()).items()).isEmpty();
    assertRefused(ErrorCode.NOT_FOUND, () -> channel.item(target.id()));
  }

  @Test
  void correctionNote_goesWithTheItem_andIsAChange() {
    Target target = news.translation(TEXT);
    assertRefused(
        ErrorCode.WRONG_STATE,
        () -> news.library.notices().correct(target.id(), "Sửa", news.reviewer));
    news.approveAndPublish(target);
    ChangeCursor polled = ChangeCursor.after(clock.instant());
    clock.tick(Duration.ofHours(1));

    news.library.notices().correct(target.id(), "Số tàu là 19, không phải 18.", news.reviewer);

    PublishedItem item = changed(polled).items().get(0);
    assertThat(item.corrections()).hasSize(1);
    assertThat(item.changedAt()).isEqualTo(clock.instant());
    assertRefused(
        ErrorCode.INVALID_REQUEST,
        () -> news.library.notices().correct(target.id(), "  ", news.reviewer));
  }

  @Test
  void product_thatIsReadAgain_staysAsItWasDelivered_untilItIsDeliveredAgain() {
    Target target = news.translation(TEXT);
    news.approveAndPublish(target);
    clock.tick(Duration.ofHours(1));
    news.library.notices().withdraw(target.id(), "Sai", news.reviewer);
    news.desk.edit(target.id(), 0, 1, "en: The right words.", news.editor);
    Target present = news.desk.target(target.id());
    news.desk.decide(
        target.id(), new Decision(TargetAction.RESUBMIT, present.version(), ""), news.editor);
    assertRefused(ErrorCode.WITHDRAWN, () -> channel.item(target.id()));

    news.approveAndPublish(target);

    assertThat(channel.item(target.id()).text().title()).isEqualTo("en: The right words.");
    assertThat(changed(ChangeCursor.beginning()).items())
        .singleElement()
        .satisfies(item -> assertThat(item.isWithdrawn()).isFalse());
  }

  @Test
  void changes_areGivenPageByPage_withoutGaps() {
    for (int i = 0; i < 7; i++) {
      news.approveAndPublish(news.translation("Tin số " + i + "."));
    }
    clock.tick(Duration.ofHours(1));

    ChangeCursor cursor = ChangeCursor.beginning();
    List<UUID> seen = new ArrayList<>();
    boolean more = true;
    while (more) {
      Changes page = channel.changes(ChannelQuery.ALL, ChangeCursor.parse(cursor.text()), 2);
      page.items().forEach(item -> seen.add(item.id()));
      cursor = page.next();
      more = page.more();
    }

    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    assertThat(changed(cursor).items()).isEmpty();
    assertRefused(ErrorCode.INVALID_REQUEST, () -> ChangeCursor.parse("xyz"));
  }

  @Test
  void alternates_areTheSameFormInOtherLanguages() {
    List<Target> targets =
        news.products(
            TEXT,
            Sensitivity.PUBLIC,
            List.of(ProductForm.TRANSLATION, Newsroom.HEADLINE),
            "en",
            "ja");
    targets.forEach(news::approveAndPublish);
    PublishedItem english =
        channel
            .newest(
                new ChannelQuery(Optional.of(Locale.ENGLISH), Optional.of(ProductForm.TRANSLATION)),
                10)
            .get(0);

    assertThat(channel.alternates(List.of(english)).of(english))
        .extracting(item -> item.language().toLanguageTag())
        .containsExactly("en", "ja");
  }

  private int version(Target target) {
    return news.desk.target(target.id()).version();
  }

  private List<UUID> out() {
    return channel.newest(ChannelQuery.ALL, 10).stream().map(PublishedItem::id).toList();
  }

  private Changes changed(ChangeCursor since) {
    return channel.changes(ChannelQuery.ALL, since, 50);
  }

  private static MapAssert<String, Object> assertRefused(ErrorCode code, ThrowingCallable call) {
    AtomicReference<GatewayException> refusal = new AtomicReference<>();
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              Provoked.note(code);
              refusal.set(refused);
            });
    return assertThat(Objects.requireNonNull(refusal.get()).details());
  }
}
