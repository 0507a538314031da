package io.haidang.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.AccountForm;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One search over every log, on every database. */
@OnEveryDatabase
class AuditTrailContractTest {

  private static final Office OTHER = new Office("Sở Du lịch");

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final AuditTrail audit;
  private final EventLog events = new EventLog(clock);
  private final Account admin;
  private final Account auditor;
  private final Account stranger;
  private final Accounts accounts;
  private final Target target;

  AuditTrailContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    audit = new AuditTrail(store.database(), clock);
    accounts = new Accounts(store.database(), clock, TestAccount.CHEAP);
    admin = accounts.create("admin", "Quản trị", Office.FIRST, "secret", Set.of(Role.ADMIN));
    auditor = accounts.create("binh", "Bình", Office.FIRST, "secret", Set.of(Role.AUDITOR));
    stranger = accounts.create("hue", "Huệ", OTHER, "secret", Set.of(Role.AUDITOR));
    target =
        Drafted.in(store.database(), id -> {}, clock).submit("Tin 100%", "Xin chào.", "en").get(0);
    clock.tick(Duration.ofDays(1));
    store
        .database()
        .jdbi()
        .useHandle(
            handle -> {
              events.append(
                  handle,
                  target.id(),
                  "segment-edited",
                  "Minh",
                  Map.of("index", 3, "after", "mật"));
              events.append(handle, target.id(), "translation-started", EventLog.WORKER, Map.of());
            });
    clock.tick(Duration.ofDays(1));
    accounts.desk().create("mai", new AccountForm("Mai", OTHER, Set.of(Role.EDITOR)), admin);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<String> found(AuditQuery query, Account reader) {
    return audit.search(query, 1, reader).entries().stream().map(AuditEntry::type).toList();
  }

  private static AuditQuery by(String actor) {
    return new AuditQuery(actor, null, "", null, null, false);
  }

  private static AuditQuery of(String subject) {
    return new AuditQuery("", null, subject, null, null, false);
  }

  @Test
  void logs_searchedTogether_comeNewestFirstWithoutTheMachine() {
    assertThat(found(AuditQuery.ALL, admin))
        .containsExactly("account-made", "segment-edited", "target-created");
    assertThat(found(new AuditQuery("", null, "", null, null, true), admin))
        .contains("translation-started");
  }

  @Test
  void person_byAPartOfTheNameInWhateverCase_isFound() {
    assertThat(found(by("MIN"), admin)).containsExactly("segment-edited");
    assertThat(found(by("%"), admin)).isEmpty();
  }

  @Test
  void subject_byTitleOrId_isFoundAndWildcardsAreLetters() {
    assertThat(found(of("tin 100%"), admin)).containsExactly("segment-edited", "target-created");
    assertThat(found(of("tin_"), admin)).isEmpty();
    assertThat(found(of(target.id().toString()), admin)).hasSize(2);
    assertThat(found(of("' or 1=1 --"), admin)).isEmpty();
  }

  @Test
  void period_holdsItsLastDay() {
    LocalDate edited = LocalDate.ofInstant(clock.instant(), Office.ZONE).minusDays(1);

    assertThat(found(new AuditQuery("", null, "", edited, edited, false), admin))
        .containsExactly("segment-edited");
    assertThat(found(new AuditQuery("", Area.ACCOUNT, "", edited.plusDays(1), null, false), admin))
        .containsExactly("account-made");
  }

  @Test
  void auditor_readsTheOwnOfficeAlone() {
    assertThat(found(AuditQuery.ALL, auditor)).containsExactly("segment-edited", "target-created");
    assertThat(found(AuditQuery.ALL, stranger)).containsExactly("account-made");
  }

  @Test
  void office_joinedToAnother_isFoundByEitherNameAlsoByAuditors() {
    accounts.offices().rename(OTHER.name(), Office.FIRST.name(), true, admin);

    AuditQuery offices = new AuditQuery("", Area.OFFICE, OTHER.name(), null, null, false);
    assertThat(audit.search(offices, 1, auditor).entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.type()).isEqualTo("office-renamed");
              assertThat(entry.actor()).isEqualTo("Quản trị");
              assertThat(entry.title()).isEqualTo("Sở Du lịch → " + Office.FIRST.name());
              assertThat(entry.subject()).isEqualTo(Office.FIRST.name());
            });
  }

  @Test
  void entry_neverHoldsTextOfADocument() {
    assertThat(audit.search(by("Minh"), 1, admin).entries().toString()).doesNotContain("mật");
    assertThat(audit.search(by("Minh"), 1, admin).entries().get(0).places())
        .isEqualTo(Map.of("index", 3));
  }

  @Test
  void reading_isNotedWithWhoAndWhichPart() {
    audit.search(new AuditQuery("Minh", Area.TEXT, "", null, null, false), 1, auditor);

    AuditEntry noted =
        audit
            .search(new AuditQuery("", Area.AUDIT, "", null, null, false), 1, admin)
            .entries()
            .get(0);

    assertThat(noted.actor()).isEqualTo("Bình");
    assertThat(noted.title()).isEqualTo("text ..");
  }

  @Test
  void audit_forWhoeverIsNoAuditor_isClosed() {
    Account editor =
        new Accounts(store.database(), clock, TestAccount.CHEAP)
            .create("lan2", "Lan", Office.FIRST, "secret", Set.of(Role.EDITOR, Role.REVIEWER));

    assertThat(Provoked.by(() -> audit.search(AuditQuery.ALL, 1, editor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
    assertThat(Provoked.by(() -> audit.csv(AuditQuery.ALL, editor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
  }

  @Test
  void pages_followEachOtherWithoutGapOrRepetition() {
    store
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              for (int i = 0; i < 2 * AuditTrail.PAGE; i++) {
                events.append(handle, target.id(), "step-" + i, "Nam", Map.of());
              }
            });
    AuditQuery query = by("Nam");

    List<AuditEntry> first = audit.search(query, 1, admin).entries();
    AuditTrail.Found second = audit.search(query, 2, admin);

    assertThat(first.get(0).type()).isEqualTo("step-99");
    assertThat(second.entries().get(0).type()).isEqualTo("step-49");
    assertThat(second.entries()).hasSize(AuditTrail.PAGE);
    assertThat(second.more()).isFalse();
  }

  @Test
  void csv_quotesWhatASpreadsheetWouldTakeForAFormula() {
    store
        .database()
        .jdbi()
        .useHandle(handle -> events.append(handle, target.id(), "x", "=cmd()", Map.of()));

    assertThat(audit.csv(by("cmd"), admin)).contains("\"'=cmd()\"");
  }
}
