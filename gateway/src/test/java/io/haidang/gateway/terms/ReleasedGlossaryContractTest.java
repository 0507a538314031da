package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.enforce.TermEnforcer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The swap to a new release on every database. */
@OnEveryDatabase
class ReleasedGlossaryContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final TermDesk desk;

  ReleasedGlossaryContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    desk = TermDesk.in(store.database(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void release_made_isSeenAtOnceByTheNextWhoAsksAndNotByWhoHasAsked() {
    TermEnforcer running = desk.terms().released().get();

    desk.approve(desk.propose(TermDesk.made("a", "Bên A", "Party A")));

    assertThat(running.glossary().release().value()).isEqualTo("1");
    assertThat(running.glossary().find(new ConceptId("a"))).isEmpty();
    assertThat(desk.inForce("a").terms()).hasSize(2);
  }

  @Test
  void release_ofAnotherNode_isSeenOnceTheClockAllowsToLook() {
    ReleasedGlossary other = desk.otherNode().released();
    desk.approve(desk.propose(TermDesk.made("a", "Bên A", "Party A")));

    assertThat(other.glossary().release().value()).isEqualTo("1");
    clock.tick(Duration.ofSeconds(1));
    assertThat(other.glossary().release().value()).isEqualTo("2");
    assertThat(other.get()).isSameAs(other.get());
  }

  @Test
  void clock_setBack_doesNotStopANodeFromLooking() {
    ReleasedGlossary other = desk.otherNode().released();
    desk.approve(desk.propose(TermDesk.made("a", "Bên A", "Party A")));

    clock.tick(Duration.ofDays(-1));

    assertThat(other.glossary().release().value()).isEqualTo("2");
  }
}
