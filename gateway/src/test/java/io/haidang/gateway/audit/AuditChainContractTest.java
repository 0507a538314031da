package io.haidang.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.audit.ChainReport.Flaw;
import io.haidang.gateway.audit.ChainReport.Kind;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever changes the audit is found out, on every database. */
@OnEveryDatabase
class AuditChainContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final AuditChain chain;
  private final EventLog events = new EventLog(clock);
  private final Target target;

  AuditChainContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    chain = new AuditChain(store.database(), clock);
    target = Drafted.in(store.database(), id -> {}, clock).submit("Tin", "Xin chào.", "en").get(0);
    edit("Lan", "mật");
    edit("Minh", "khác");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void edit(String actor, String after) {
    clock.tick(Duration.ofSeconds(1));
    store
        .database()
        .jdbi()
        .useHandle(
            handle ->
                events.append(
                    handle, target.id(), "segment-edited", actor, Map.of("after", after)));
  }

  private void sql(String statement) {
    store.database().jdbi().useHandle(handle -> handle.execute(statement));
  }

  private ChainReport verified() {
    return chain.verify(Optional.empty());
  }

  private List<Kind> flaws() {
    return verified().flaws().stream().map(Flaw::kind).toList();
  }

  @Test
  void chain_ofEveryLog_isIntactAndGrows() {
    chain.seal();
    ChainHead first = chain.head();
    edit("Minh", "nữa");
    chain.seal();
    chain.seal();

    assertThat(first.position()).isEqualTo(3);
    assertThat(chain.head().position()).isEqualTo(4);
    assertThat(verified().isIntact()).isTrue();
    assertThat(verified().head()).isEqualTo(chain.head());
    assertThat(chain.verify(Optional.of(first)).isIntact()).isTrue();
    assertThat(ChainHead.parse(first.toString())).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(Area.class)
  void log_ofEveryArea_isRead(Area area) {
    List<LogEntry> entries =
        store.database().jdbi().withHandle(handle -> SealTable.unsealed(handle, area, 10));

    assertThat(entries).hasSize(area == Area.TEXT ? 3 : 0);
  }

  @Test
  void chain_ofNothing_isIntact() {
    sql("delete from event");

    assertThat(verified().isIntact()).isTrue();
    assertThat(verified().sealedAt()).isNull();
    assertThat(chain.head()).hasToString("0:");
  }

  @Test
  void entry_changed_isFoundByItsId() {
    chain.seal();
    sql("update event set actor = 'Minh' where actor = 'Lan'");

    assertThat(verified().flaws())
        .singleElement()
        .satisfies(
            flaw -> {
              assertThat(flaw.kind()).isEqualTo(Kind.CHANGED);
              assertThat(flaw.area()).isEqualTo(Area.TEXT);
              assertThat(flaw.position()).isEqualTo(2);
            });
  }

  @Test
  void office_whoseOldNameIsWrittenAnew_isFound() {
    sql(
        "insert into office_change (from_name, to_name, actor, at)"
            + " values ('Sở Du lịch', 'Sở Ngoại vụ', 'Sơn', current_timestamp)");
    chain.seal();
    assertThat(verified().isIntact()).isTrue();

    sql("update office_change set from_name = 'Sở Tài chính'");

    assertThat(verified().flaws()).extracting(Flaw::area).containsExactly(Area.OFFICE);
  }

  @Test
  void log_thatWasNotSealedSoFar_isNoFlaw() {
    clock.tick(Duration.ofDays(1));
    chain.seal();
    sql(
        "insert into office_change (from_name, to_name, actor, at) values"
            + " ('Sở Du lịch', 'Sở Ngoại vụ', 'Sơn', timestamp '2020-01-01 00:00:00')");
    assertThat(verified().isIntact()).isTrue();

    chain.seal();
    sql(
        "insert into office_change (from_name, to_name, actor, at) select from_name, to_name, actor, at from office_change");

    assertThat(flaws()).containsExactly(Kind.SLIPPED_IN);
  }

  @Test
  void entry_removed_isMissedUnlessItsTextWasDeletedByTheRules() {
    chain.seal();
    sql("delete from event where actor = 'Lan'");
    assertThat(flaws()).containsExactly(Kind.MISSING);

    deleteStory();
    chain.seal();

    assertThat(verified().isIntact()).isTrue();
    assertThat(verified().erased()).isEqualTo(3);
  }

  private void deleteStory() {
    Accounts accounts = new Accounts(store.database(), clock, TestAccount.CHEAP);
    UUID story =
        store
            .database()
            .jdbi()
            .withHandle(h -> h.createQuery("select id from story").mapTo(UUID.class).one());
    new Retention(store.database(), clock)
        .delete(
            story,
            "Tin",
            accounts.create("admin", "Quản trị", Office.FIRST, "secret", Set.of(Role.ADMIN)));
  }

  @Test
  void entry_withAnOldDate_isFoundThoughNobodySealedIt() {
    sql("update event set at = at - interval '1' day");
    chain.seal();
    clock.tick(Duration.ofDays(1));
    edit("Lan", "sau");
    chain.seal();
    sql("delete from audit_seal where position = 1");

    assertThat(flaws()).containsExactly(Kind.BROKEN, Kind.SLIPPED_IN);
  }

  @Test
  void link_changed_breaksTheChainThere() {
    chain.seal();
    sql("update audit_seal set subject = 'x' where position = 2");

    assertThat(flaws()).containsExactly(Kind.BROKEN);
  }

  @Test
  void chain_madeAnew_isNotTheOneThatWasNoted() {
    chain.seal();
    ChainHead noted = chain.head();
    sql("delete from audit_seal");
    sql("update event set actor = 'Minh' where actor = 'Lan'");
    chain.seal();

    assertThat(verified().isIntact()).isTrue();
    assertThat(chain.verify(Optional.of(noted)).flaws())
        .singleElement()
        .extracting(Flaw::kind)
        .isEqualTo(Kind.OTHER_HEAD);
  }

  @Test
  void words_ofAText_leaveNothingInTheChain() {
    chain.seal();
    ChainHead head = chain.head();
    sql("delete from audit_seal");
    sql("update event set data = '{}'");
    chain.seal();

    assertThat(chain.head()).isEqualTo(head);
  }

  @Test
  void nodes_thatSealAtTheSameTime_makeOneChain() throws InterruptedException, ExecutionException {
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    Callable<Boolean> node =
        () -> {
          for (int i = 0; i < 20; i++) {
            edit("Lan", "bản " + i);
            chain.seal();
          }
          return true;
        };
    try {
      for (Future<Boolean> each : nodes.invokeAll(Collections.nCopies(3, node))) {
        each.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    chain.seal();

    assertThat(verified().isIntact()).isTrue();
    assertThat(chain.head().position()).isEqualTo(63);
  }
}
