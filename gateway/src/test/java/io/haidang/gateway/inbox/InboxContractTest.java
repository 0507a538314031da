package io.haidang.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.discussion.CommentThread;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.events.Notifier;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what, on every database. */
@OnEveryDatabase
class InboxContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Discussions discussions;
  private final Inbox inbox;
  private final Accounts accounts;
  private final Drafted drafted;
  private final Account editor;
  private final Account reviewer;
  private final UUID target;

  InboxContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    discussions = new Discussions(database, clock);
    inbox = new Inbox(database, clock);
    accounts = new Accounts(database, clock, TestAccount.CHEAP);
    drafted = Drafted.in(database, target -> {}, clock);
    editor = drafted.editor();
    reviewer = drafted.reviewer();
    target = drafted.submit("Tin", "Cảng Hải Phòng.", "en").get(0).id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Occasion> told(Account account) {
    return inbox.page(account, false, 0, 50).stream().map(Notification::occasion).toList();
  }

  private void log(UUID about, TargetState state, String actor) {
    database
        .jdbi()
        .useTransaction(
            handle -> new EventLog(clock).appendState(handle, about, state, actor, Map.of()));
  }

  @Test
  void decisions_ofOthers_areToldToTheAuthorAlone() {
    log(target, TargetState.CHANGES_REQUESTED, reviewer.displayName());
    log(target, TargetState.APPROVED, reviewer.displayName());
    log(target, TargetState.PUBLISHED, editor.displayName());
    log(target, TargetState.FAILED, EventLog.WORKER);
    log(target, TargetState.IN_REVIEW, EventLog.WORKER);

    assertThat(told(editor))
        .containsExactly(Occasion.FAILED, Occasion.APPROVED, Occasion.CHANGES_REQUESTED);
    assertThat(told(reviewer)).isEmpty();
  }

  @Test
  void decision_ofANamesake_isTold() {
    accounts.create("other", editor.displayName(), Office.FIRST, "x", Set.of(Role.REVIEWER));

    log(target, TargetState.APPROVED, editor.displayName());

    assertThat(told(editor)).containsExactly(Occasion.APPROVED);
  }

  @Test
  void text_staleForManyReasons_isToldOnceUntilThatIsRead() {
    stale();
    stale();
    assertThat(told(editor)).containsExactly(Occasion.STALE);

    inbox.open(editor, inbox.page(editor, true, 0, 1).get(0).id());
    stale();

    assertThat(told(editor)).containsExactly(Occasion.STALE, Occasion.STALE);
  }

  private void stale() {
    database
        .jdbi()
        .useTransaction(
            handle ->
                new EventLog(clock)
                    .append(handle, target, EventLog.STALE, EventLog.WORKER, Map.of()));
  }

  @Test
  void comment_mentionsAndAnswers_areToldOnceEach() {
    CommentThread begun =
        discussions.begin(target, null, "@editor @nobody @reviewer xem giúp, @editor!", reviewer);
    assertThat(told(editor)).containsExactly(Occasion.MENTIONED);
    assertThat(told(reviewer)).isEmpty();

    discussions.reply(target, begun.id(), "Xong rồi.", editor);
    assertThat(told(reviewer)).containsExactly(Occasion.ANSWERED);
    discussions.reply(target, begun.id(), "@reviewer cả câu sau.", editor);
    assertThat(told(reviewer)).containsExactly(Occasion.MENTIONED, Occasion.ANSWERED);
    assertThat(told(editor)).containsExactly(Occasion.MENTIONED);
  }

  @Test
  void comment_changed_tellsOnlyThoseWhoAreNew() {
    accounts.create("mai", "Lê Thị Mai", Office.FIRST, "x", Set.of(Role.TERMINOLOGIST));
    CommentThread begun = discussions.begin(target, null, "@editor", reviewer);

    discussions.edit(target, begun.id(), begun.comments().get(0).id(), "@editor @mai", reviewer);

    assertThat(told(editor)).containsExactly(Occasion.MENTIONED);
    assertThat(told(accounts.findByLogin("mai").orElseThrow())).containsExactly(Occasion.MENTIONED);
  }

  @Test
  void secretText_isNotToldToAnotherOffice() {
    Account other = accounts.create("other", "Khác", new Office("Báo"), "x", Set.of(Role.REVIEWER));
    UUID secret = drafted.submit("Mật", "Mật.", Sensitivity.SECRET, "en").get(0).id();

    discussions.begin(secret, null, "@other", reviewer);
    database
        .jdbi()
        .useTransaction(
            handle ->
                Notifier.tell(
                    handle,
                    Occasion.ASSIGNED,
                    other.id(),
                    secret,
                    null,
                    reviewer.displayName(),
                    clock.instant()));

    assertThat(told(other)).isEmpty();
  }

  @Test
  void notifications_readUpToOne_keepWhatCameSince() {
    log(target, TargetState.CHANGES_REQUESTED, reviewer.displayName());
    long seen = inbox.page(editor, true, 0, 1).get(0).id();
    log(target, TargetState.APPROVED, reviewer.displayName());

    assertThat(inbox.markReadUpTo(editor, seen)).isEqualTo(1);

    assertThat(inbox.count(editor, true)).isEqualTo(1);
    assertThat(inbox.count(editor, false)).isEqualTo(2);
    assertThat(Provoked.by(() -> inbox.open(reviewer, seen)).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void occasion_thatOneWantsToHearNothingOf_isNotTold() {
    inbox.choose(editor, new InboxSettings(Map.of(Occasion.APPROVED, Way.NONE), null));

    log(target, TargetState.APPROVED, reviewer.displayName());
    log(target, TargetState.CHANGES_REQUESTED, reviewer.displayName());

    assertThat(told(editor)).containsExactly(Occasion.CHANGES_REQUESTED);
    assertThat(inbox.settings(editor).way(Occasion.APPROVED)).isEqualTo(Way.NONE);
    assertThat(inbox.settings(editor).way(Occasion.STALE)).isEqualTo(Way.PAGE);
  }

  @Test
  void letters_withoutAnAddress_areRefused() {
    InboxSettings letters = new InboxSettings(Map.of(Occasion.APPROVED, Way.MAIL), null);

    assertThat(Provoked.by(() -> inbox.choose(editor, letters)).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lan",
        "lan@",
        "@haiphong.gov.vn",
        "lan@haiphong",
        "lan@haiphong.gov.vn\r\nBcc: all@x.example",
        "lan@haiphong.gov.vn, all@x.example",
        "Lan <lan@haiphong.gov.vn>",
        "\"a b\"@haiphong.gov.vn",
        "lan@-haiphong.gov.vn",
        "lân@haiphong.gov.vn"
      })
  void address_thatCouldBeSomethingElseInALetter_isRefused(String address) {
    assertThat(Provoked.by(() -> new MailAddress(address, Pace.DAILY, Locale.ENGLISH)).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void notifications_old_areForgotten() {
    log(target, TargetState.APPROVED, reviewer.displayName());
    log(target, TargetState.CHANGES_REQUESTED, reviewer.displayName());
    inbox.open(editor, inbox.page(editor, true, 0, 1).get(0).id());

    clock.tick(Duration.ofDays(91));
    assertThat(inbox.tidy()).isEqualTo(1);
    clock.tick(Duration.ofDays(275));
    assertThat(inbox.tidy()).isEqualTo(1);
  }

  @Test
  void text_dueWithinADay_isRemindedOfOnce() {
    Deadlines deadlines = new Deadlines(database, clock);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update target set state = 'IN_REVIEW', assignee_id = ?, due_at = ?",
                    reviewer.id(),
                    clock.instant().plus(Duration.ofHours(30)).atOffset(ZoneOffset.UTC)));
    deadlines.remind();
    assertThat(told(reviewer)).isEmpty();
    clock.tick(Duration.ofHours(10));

    deadlines.remind();
    deadlines.remind();

    assertThat(told(reviewer)).containsExactly(Occasion.DUE_SOON);
  }
}
