package io.haidang.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.feed.EventFeed.Choice;
import io.haidang.gateway.feed.EventFeed.Mark;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log as listeners read it, on every database. */
@OnEveryDatabase
class EventFeedContractTest {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final EventFeed feed;
  private final Drafted drafted;
  private final Target target;

  EventFeedContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    feed = new EventFeed(store.database());
    drafted = Drafted.in(store.database(), id -> {}, clock);
    target = drafted.submit("Tin", "Xin chào.", "en").get(0);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Appends an entry and returns its number. */
  private long append(String type) {
    store
        .database()
        .jdbi()
        .useHandle(
            handle -> new EventLog(clock).append(handle, target.id(), type, "Lan", Map.of()));
    return feed.last();
  }

  @Test
  void listener_thatComesBack_readsAgainWhatMayHaveBeenUnwritten() {
    long first = feed.last();
    clock.tick(PAUSE.multipliedBy(2));
    append("step-1");
    long last = append("step-2");

    assertThat(feed.before(last, PAUSE)).isEqualTo(first);
  }

  @Test
  void listener_ofALogThatIsYoung_readsAllOfItAgain() {
    long last = append("step-1");

    assertThat(feed.before(last, PAUSE)).isZero();
  }

  @Test
  void entry_thatIsGone_isWhereItsListenerGoesOn() {
    assertThat(feed.before(1_000, PAUSE)).isEqualTo(1_000);
  }

  @Test
  void mark_ofTheSameFloor_changesWithEveryEntry() {
    Mark before = feed.mark(0);
    append("step-1");

    assertThat(feed.mark(0)).isNotEqualTo(before);
    assertThat(feed.mark(feed.last())).isEqualTo(new Mark(feed.last(), 0));
  }

  @Test
  void entries_ofTheOwnDraft_comeInOrderAndAtMostAsManyAsAreTaken() {
    append("step-1");
    append("step-2");
    Choice own = new Choice(drafted.editor(), true, target.asset().id(), null);
    Choice others = new Choice(drafted.reviewer(), true, null, null);

    assertThat(feed.after(0, own, 2))
        .extracting(FeedEntry::type)
        .containsExactly("target-created", "step-1");
    assertThat(feed.after(0, others, 2)).isEmpty();
  }
}
