package io.haidang.gateway.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What colleagues say to each other, on every database. */
@OnEveryDatabase
class DiscussionContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Discussions discussions;
  private final Accounts accounts;
  private final Drafted drafted;
  private final Account editor;
  private final Account reviewer;
  private final UUID target;

  DiscussionContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    discussions = new Discussions(database, clock);
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

  private CommentThread begin(String text) {
    return discussions.begin(target, null, text, reviewer);
  }

  @Test
  void thread_begunAndAnswered_standsWithWhatWasSaid() {
    CommentThread begun = begin("  Tên cảng đúng chưa?\n ");

    discussions.reply(target, begun.id(), "Đúng.", editor);

    List<CommentThread> threads = discussions.threads(target);
    assertThat(threads).hasSize(1);
    assertThat(threads.get(0).segment()).isNull();
    assertThat(threads.get(0).comments())
        .extracting(Comment::authorLogin, Comment::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("reviewer", "Tên cảng đúng chưa?"),
            org.assertj.core.groups.Tuple.tuple("editor", "Đúng."));
    assertThat(openThreads()).isEqualTo(1);
  }

  @Test
  void thread_resolved_countsNoMoreUntilSomebodyAnswers() {
    CommentThread begun = begin("Xem lại.");

    CommentThread resolved = discussions.move(target, begun.id(), ThreadState.RESOLVED, editor);

    assertThat(resolved.resolvedBy()).isEqualTo(editor.displayName());
    assertThat(resolved.resolvedAt()).isEqualTo(clock.instant());
    assertThat(openThreads()).isZero();
    CommentThread answered = discussions.reply(target, begun.id(), "Chưa xong.", reviewer);
    assertThat(answered.isOpen()).isTrue();
    assertThat(answered.resolvedBy()).isNull();
    assertThat(openThreads()).isEqualTo(1);
  }

  @Test
  void log_ofEverything_saysWhereAndNeverWhat() {
    CommentThread begun = begin("bí mật");
    discussions.move(target, begun.id(), ThreadState.RESOLVED, editor);
    discussions.move(target, begun.id(), ThreadState.RESOLVED, editor);
    discussions.move(target, begun.id(), ThreadState.OPEN, editor);

    List<Event> events =
        database.jdbi().withHandle(handle -> new EventLog(clock).of(handle, target));

    assertThat(events)
        .extracting(Event::type)
        .containsSubsequence(EventLog.COMMENTED, EventLog.THREAD_RESOLVED, EventLog.THREAD_REOPENED)
        .filteredOn(EventLog.THREAD_RESOLVED::equals)
        .hasSize(1);
    assertThat(events.toString()).doesNotContain("bí mật");
  }

  @Test
  void comment_ofOnesOwn_isChangedUntilSomebodyAnswers() {
    CommentThread begun = begin("Sai chính tả.");
    UUID comment = begun.comments().get(0).id();

    CommentThread changed = discussions.edit(target, begun.id(), comment, "Sai dấu.", reviewer);

    assertThat(changed.comments().get(0).text()).isEqualTo("Sai dấu.");
    assertThat(changed.comments().get(0).editedAt()).isEqualTo(clock.instant());
    discussions.reply(target, begun.id(), "Đã sửa.", editor);
    assertThat(
            Provoked.by(() -> discussions.edit(target, begun.id(), comment, "Khác.", reviewer))
                .code())
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void comment_ofSomebodyElse_isNotChanged() {
    CommentThread begun = begin("Sai.");
    UUID comment = begun.comments().get(0).id();

    assertThat(
            Provoked.by(() -> discussions.edit(target, begun.id(), comment, "Đúng.", editor))
                .code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "a\u0000b", "\ud83d"})
  void comment_withoutAText_isRefused(String text) {
    assertThat(Provoked.by(() -> begin(text)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(discussions.threads(target)).isEmpty();
  }

  @Test
  void segment_thatIsNotThere_isUnknown() {
    assertThat(Provoked.by(() -> discussions.begin(target, 7, "Đâu?", reviewer)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void thread_ofAnotherText_isUnknown() {
    CommentThread begun = begin("Ở đây.");
    UUID other = drafted.submit("Khác", "Khác.", "en").get(0).id();

    assertThat(Provoked.by(() -> discussions.reply(other, begun.id(), "Ở kia.", reviewer)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void colleagues_typed_areThoseWhoMayReadTheText() {
    Office other = new Office("Báo Hải Phòng");
    accounts.create("hoa", "Trần Thị Hoa", Office.FIRST, "x", Set.of(Role.EDITOR));
    accounts.create("hoang", "Lê Hoàng", other, "x", Set.of(Role.REVIEWER));
    accounts.create("ho_a", "Đỗ Ánh", Office.FIRST, "x", Set.of(Role.EDITOR));
    UUID secret = drafted.submit("Mật", "Mật.", Sensitivity.SECRET, "en").get(0).id();

    assertThat(discussions.colleagues(target, "ho", reviewer))
        .extracting(Colleague::login)
        .containsExactly("ho_a", "hoa", "hoang");
    assertThat(discussions.colleagues(target, "Ho_", reviewer))
        .extracting(Colleague::login)
        .containsExactly("ho_a");
    assertThat(discussions.colleagues(target, "thị", reviewer))
        .extracting(Colleague::login)
        .containsExactly("hoa");
    assertThat(discussions.colleagues(secret, "ho", reviewer))
        .extracting(Colleague::login)
        .containsExactly("ho_a", "hoa");
    assertThat(discussions.colleagues(target, "%", reviewer)).isEmpty();
  }

  private int openThreads() {
    return database
        .jdbi()
        .withHandle(handle -> new TargetTable(clock).require(handle, target).openThreads());
  }
}
