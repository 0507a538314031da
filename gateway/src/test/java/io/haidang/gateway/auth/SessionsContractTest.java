package io.haidang.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.gateway.testing.OnEveryDatabase;
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
  private final Account lan;

  SessionsContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.open(kind);
    Accounts accounts = new Accounts(database.database(), clock, TestAccount.CHEAP);
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
