package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions on every database. */
@OnEveryDatabase
class SessionsContractTest {

  private static final Duration LIFE = Duration.ofHours(12);
  private static final Duration HOUR = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase database;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Account lan;

  SessionsContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.open(kind);
    accounts = new Accounts(database.database(), clock, TestAccount.CHEAP);
    sessions = new Sessions(database.database(), accounts, clock);
    lan = accounts.create("lan", "Lan", Office.FIRST, "secret", Set.of(Role.EDITOR));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void session_started_isFoundByItsTokenOnly() {
    WebSession session = sessions.start(lan);

    assertThat(sessions.find(session.token())).contains(session);
    assertThat(sessions.find(session.csrfToken())).isEmpty();
    assertThat(sessions.find("")).isEmpty();
  }

  @Test
  void sessions_ofAPerson_areSeenAndEndedByThatPersonAlone() {
    Account minh = accounts.create("minh", "Minh", Office.FIRST, "secret", Set.of(Role.EDITOR));
    WebSession desk = sessions.start(lan, "Firefox, Windows");
    clock.tick(HOUR);
    WebSession phone = sessions.start(lan, "Chrome, Android");
    WebSession other = sessions.start(minh);
    SessionDesk own = accounts.sessionDesk();

    assertThat(own.list(phone))
        .extracting(OpenSession::browser, OpenSession::own, OpenSession::since)
        .containsExactly(
            tuple("Chrome, Android", true, clock.instant()),
            tuple("Firefox, Windows", false, clock.instant().minus(HOUR)));
    own.end(other, own.list(desk).get(0).id());
    assertThat(sessions.find(phone.token())).contains(phone);
    own.end(desk, own.list(desk).get(0).id());
    assertThat(sessions.find(phone.token())).isEmpty();
    assertThat(sessions.find(desk.token())).contains(desk);
    assertThat(sessions.find(other.token())).contains(other);
  }

  @Test
  void sessions_othersEnded_leaveTheOneThatAsked() {
    Account admin = accounts.create("admin", "Quản trị", Office.FIRST, "x", Set.of(Role.ADMIN));
    WebSession here = sessions.start(lan);
    WebSession there = sessions.start(lan);

    accounts.sessionDesk().endOthers(here);

    assertThat(sessions.find(there.token())).isEmpty();
    assertThat(sessions.find(here.token())).contains(here);
    accounts.sessionDesk().endOthers(here);
    assertThat(accounts.desk().events(lan.id(), admin))
        .extracting(AccountEvent::type, AccountEvent::actor)
        .containsExactly(tuple("sessions-ended", "Lan"));
  }

  @Test
  void sessions_endedByAnAdministrator_areOverOnEveryNode() {
    Account admin = accounts.create("admin", "Quản trị", Office.FIRST, "x", Set.of(Role.ADMIN));
    WebSession session = sessions.start(lan);
    Sessions otherNode =
        new Sessions(
            database.database(),
            new Accounts(database.database(), clock, TestAccount.CHEAP),
            clock);
    assertThat(otherNode.use(session.token())).contains(session);

    assertThat(Provoked.by(() -> accounts.sessionDesk().endAll(admin.id(), lan)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
    accounts.sessionDesk().endAll(lan.id(), admin);

    assertThat(otherNode.use(session.token())).isEmpty();
    assertThat(accounts.desk().events(lan.id(), admin))
        .extracting(AccountEvent::actor)
        .containsExactly("Quản trị");
  }

  @Test
  void session_afterTwelveHours_isOver() {
    WebSession session = sessions.start(lan);

    for (Duration passed = Duration.ZERO; passed.compareTo(LIFE) < 0; passed = passed.plus(HOUR)) {
      clock.tick(HOUR);
      assertThat(sessions.use(session.token())).contains(session);
    }
    clock.tick(Duration.ofSeconds(1));
    assertThat(sessions.use(session.token())).isEmpty();
  }

  @Test
  void session_nobodyAtItForTwoHours_isOverAndRemoved() {
    WebSession session = sessions.start(lan);
    clock.tick(HOUR);
    sessions.use(session.token());

    clock.tick(HOUR.multipliedBy(2));
    assertThat(sessions.find(session.token())).contains(session);
    clock.tick(Duration.ofSeconds(1));
    assertThat(sessions.use(session.token())).isEmpty();
    sessions.start(lan);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void session_lookedForByAPageByItself_isNotProlonged() {
    WebSession session = sessions.start(lan);
    clock.tick(HOUR.multipliedBy(2));
    assertThat(sessions.find(session.token())).isPresent();
    clock.tick(Duration.ofSeconds(1));

    assertThat(sessions.find(session.token())).isEmpty();
  }

  @Test
  void session_asStored_isNotWhatTheCookieHolds() {
    WebSession session = sessions.start(lan);

    String stored =
        database
            .database()
            .jdbi()
            .withHandle(
                handle ->
                    handle.createQuery("select digest from session").mapTo(String.class).one());
    assertThat(stored).isNotEqualTo(session.token()).hasSize(64);
  }

  @Test
  void session_inWords_hasNoSecrets() {
    WebSession session = sessions.start(lan);

    assertThat(session.toString()).doesNotContain(session.token(), session.csrfToken());
  }

  @Test
  void session_expired_isRemovedWhenTheNextOneStarts() {
    sessions.start(lan);
    clock.tick(LIFE.plusSeconds(1));
    sessions.start(lan);

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void session_ended_isNotFound() {
    WebSession first = sessions.start(lan);
    WebSession second = sessions.start(lan);

    sessions.end(first.token());

    assertThat(sessions.find(first.token())).isEmpty();
    assertThat(sessions.find(second.token())).contains(second);
  }

  private int rows() {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from session").mapTo(int.class).one());
  }
}
