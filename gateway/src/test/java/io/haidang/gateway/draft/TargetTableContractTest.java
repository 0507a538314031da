package io.haidang.gateway.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Drafts and their targets on every database. */
@OnEveryDatabase
class TargetTableContractTest {

  private final SettableClock clock = new SettableClock();
  private final List<UUID> scheduled = new ArrayList<>();
  private final TestDatabase database;
  private final TargetTable targets;
  private final Drafted drafted;

  TargetTableContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.open(kind);
    targets = new TargetTable(clock);
    drafted = Drafted.in(database.database(), scheduled::add, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void draft_submitted_isReadBackAsItWas() {
    List<Target> made = drafted.submit("  Tin \uD83D\uDE00  ", "Xin chào Đà Nẵng.", "ja", "en");

    assertThat(made)
        .extracting(target -> target.language().toLanguageTag())
        .containsExactly("en", "ja");
    assertThat(scheduled)
        .containsExactlyInAnyOrderElementsOf(made.stream().map(Target::id).toList());
    Target target = made.get(0);
    assertThat(target.state()).isEqualTo(TargetState.DRAFT);
    assertThat(target.version()).isEqualTo(1);
    assertThat(target.updatedAt()).isEqualTo(clock.instant());
    assertThat(target.asset().createdAt()).isEqualTo(clock.instant());
    assertThat(target.asset().title()).isEqualTo("Tin \uD83D\uDE00");
    assertThat(target.asset().author()).isEqualTo(drafted.editor());
    assertThat(target.asset().textDate()).hasToString("2026-03-02");
    assertThat(new Originals(database.database().contents()).bytes(target.asset()))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("Xin chào Đà Nẵng.");
    assertThat(read(target)).isEqualTo(target);
    assertThat(drafted.drafts().targets(target.asset().id())).isEqualTo(made);
  }

  @Test
  void submission_writesOneEventForEachTarget() {
    Target target = drafted.submit("Tin", "Xin chào.", "en").get(0);

    List<Event> events = with(handle -> new EventLog(clock).of(handle, target.id()));

    assertThat(events).extracting(Event::type).containsExactly(EventLog.CREATED);
    assertThat(events.get(0).at()).isEqualTo(clock.instant());
    assertThat(events.get(0).data()).containsEntry("language", "en");
  }

  @Test
  void title_missing_isTheFirstSegmentCutBetweenCharacters() {
    String first = "\uD83D\uDE00".repeat(150);

    assertThat(drafted.submit("", first, "en").get(0).asset().title())
        .isEqualTo("\uD83D\uDE00".repeat(100));
  }

  @Test
  void move_alongTheTable_raisesTheVersion() {
    Target target = drafted.submit("Tin", "Xin chào.", "en").get(0);
    clock.tick(Duration.ofSeconds(5));

    Target moved = move(target, TargetAction.TRANSLATE);

    assertThat(moved.state()).isEqualTo(TargetState.MACHINE);
    assertThat(moved.version()).isEqualTo(2);
    assertThat(moved.updatedAt()).isEqualTo(clock.instant());
  }

  @Test
  void failure_longerThanThereIsRoomFor_isKeptInItsBeginning() {
    Target target = drafted.submit("Tin", "Xin chào.", "en").get(0);
    String reason = "a" + "\uD83D\uDE00".repeat(600);

    Target failed =
        database
            .database()
            .jdbi()
            .inTransaction(h -> targets.move(h, target, TargetAction.FAIL, reason, null));

    assertThat(failed.failure()).isEqualTo("a" + "\uD83D\uDE00".repeat(499));
  }

  @Test
  @Provokes(ErrorCode.STALE_VERSION)
  void move_fromAnOldVersion_changesNothing() {
    Target seen = drafted.submit("Tin", "Xin chào.", "en").get(0);
    Target present = move(seen, TargetAction.TRANSLATE);

    GatewayException refusal = Provoked.by(() -> move(seen, TargetAction.TRANSLATE));

    assertThat(refusal.code()).isEqualTo(ErrorCode.STALE_VERSION);
    assertThat(refusal.details())
        .containsEntry("currentVersion", 2)
        .containsEntry("state", "machine");
    assertThat(read(seen)).isEqualTo(present);
  }

  @Test
  @Provokes(ErrorCode.WRONG_STATE)
  void move_besideTheTable_isRefused() {
    Target target = drafted.submit("Tin", "Xin chào.", "en").get(0);

    assertThat(Provoked.by(() -> move(target, TargetAction.APPROVE)).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void move_byTwoAtOnce_isGrantedToOne() throws Exception {
    Target seen = drafted.submit("Tin", "Xin chào.", "en").get(0);

    List<Boolean> granted = atOnce(() -> isGranted(() -> move(seen, TargetAction.TRANSLATE)));

    assertThat(granted).containsExactlyInAnyOrder(true, false);
    assertThat(read(seen).version()).isEqualTo(2);
  }

  @Test
  void lock_byTwoAtOnce_letsTheSecondSeeTheFirst() throws Exception {
    Target seen = drafted.submit("Tin", "Xin chào.", "en").get(0);

    List<Boolean> granted =
        atOnce(
            () ->
                isGranted(
                    () ->
                        database
                            .database()
                            .jdbi()
                            .useTransaction(
                                handle ->
                                    targets.move(
                                        handle,
                                        targets.lock(handle, seen.id()),
                                        TargetAction.TRANSLATE,
                                        null,
                                        null))));

    assertThat(granted).containsExactly(true, true);
    assertThat(read(seen).version()).isEqualTo(3);
  }

  @Test
  void transaction_thatFails_leavesNothing() {
    Target target = drafted.submit("Tin", "Xin chào.", "en").get(0);

    boolean granted =
        isGranted(
            () ->
                database
                    .database()
                    .jdbi()
                    .useTransaction(
                        handle -> {
                          targets.move(handle, target, TargetAction.TRANSLATE, null, null);
                          throw new GatewayException(ErrorCode.INTERNAL, "in the middle");
                        }));

    assertThat(granted).isFalse();
    assertThat(read(target)).isEqualTo(target);
  }

  @Test
  void lists_areOrderedByNeedAndByTime() {
    Target first = drafted.submit("Một", "Xin chào.", "en").get(0);
    clock.tick(Duration.ofSeconds(1));
    Target second = drafted.submit("Hai", "Xin chào.", "en").get(0);

    assertThat(inState(TargetState.DRAFT)).containsExactly(first, second);
    assertThat(inState(TargetState.APPROVED)).isEmpty();
    assertThat(drafted.drafts().recent(drafted.editor(), 10)).containsExactly(second, first);
    assertThat(drafted.drafts().recent(drafted.editor(), 1)).containsExactly(second);
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void target_unknown_isNotFound() {
    UUID unknown = UUID.randomUUID();

    Provoked.by(() -> with(handle -> targets.require(handle, unknown)));
    Provoked.by(() -> with(handle -> targets.lock(handle, unknown)));
    Optional<Target> found = with(handle -> targets.find(handle, unknown));
    assertThat(found).isEmpty();
    assertThat(drafted.drafts().targets(unknown)).isEmpty();
  }

  @Test
  void session_ofTheDatabase_isNotInUtc() {
    // Otherwise a time that loses its zone on the way would go unnoticed.
    boolean inUtc =
        with(
            handle ->
                handle
                    .createQuery(
                        "select cast(timestamp '2026-03-02 00:00:00' as timestamp with time zone)")
                    .map(
                        (row, context) ->
                            row.getTimestamp(1).toInstant().toString().startsWith("2026-03-02T00"))
                    .one());

    assertThat(inUtc).isFalse();
  }

  private Target read(Target target) {
    return with(handle -> targets.require(handle, target.id()));
  }

  private List<Target> inState(TargetState state) {
    return with(handle -> targets.inStates(handle, EnumSet.of(state)));
  }

  private Target move(Target target, TargetAction action) {
    return with(handle -> targets.move(handle, target, action, null, null));
  }

  private <T> T with(Function<Handle, T> work) {
    return database.database().jdbi().inTransaction(work::apply);
  }

  private static boolean isGranted(Runnable change) {
    try {
      change.run();
      return true;
    } catch (GatewayException e) {
      return false;
    }
  }

  /** What two threads get that begin together. */
  private static List<Boolean> atOnce(Callable<Boolean> change) throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<Boolean>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            two.submit(
                () -> {
                  start.await();
                  return change.call();
                }));
      }
      return List.of(both.get(0).get(), both.get(1).get());
    } finally {
      two.shutdown();
    }
  }
}
