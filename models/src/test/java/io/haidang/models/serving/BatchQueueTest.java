package io.haidang.models.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.CallContext.Priority;
import io.haidang.models.Deadline;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.internal.SequenceDecoder.DecodingJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The policy alone: no threads, and a clock that the test sets. */
final class BatchQueueTest {

  private static final ModelId MODEL = new ModelId("test/model");

  private long now;
  private final BatchQueue queue = queue(2, 1, 100);

  private record Job(int sourceTokens, int rows) implements DecodingJob {}

  @Test
  void next_idleModel_startsALoneTextAtOnce() {
    offer(interactive(), 20);
    assertThat(queue.next().orElseThrow().texts()).hasSize(1);
  }

  @Test
  void next_busyModel_lingersForCompany() {
    offer(bulk(), 20);
    queue.next();
    offer(interactive(), 20);
    assertThat(queue.next()).isEmpty();
    assertThat(queue.untilDue()).contains(Duration.ofMillis(2));
    pass(1);
    offer(interactive(), 21);
    assertThat(queue.untilDue()).contains(Duration.ofMillis(1));
    pass(1);
    assertThat(queue.next().orElseThrow().texts()).hasSize(2);
  }

  /** Whether a call is wanted may change from one question to the next. */
  @Test
  void next_callCancelledWhileTheBatchIsMade_stillGivesABatch() {
    AtomicInteger asked = new AtomicInteger();
    CallContext call = CallContext.bulk(() -> asked.incrementAndGet() > 1);
    offer(new PendingCall(call, 1), 20);
    assertThat(queue.next().orElseThrow().texts()).hasSize(1);
    assertThat(asked).hasValue(1);
  }

  /** Programs that ask again and again are calls without end. */
  @Test
  void next_everNewCalls_leaveNoTextOfAnEarlierOneWaiting() {
    PendingCall earlier = interactive();
    offer(earlier, 20, 200);
    int batches = 0;
    for (boolean over = false; !over && batches < 1_000; batches++) {
      offer(interactive(), 20);
      offer(interactive(), 20);
      pass(10);
      Batch batch = queue.next().orElseThrow();
      over = batch.texts().stream().anyMatch(text -> text.call() == earlier && text.place() == 1);
      queue.finished(batch, 1);
    }
    assertThat(batches).isLessThan(100);
  }

  @Test
  void next_fullBatch_lingersNot() {
    offer(interactive(), 20);
    queue.next();
    offer(bulk(), 20, 20, 20, 20);
    assertThat(queue.next().orElseThrow().texts()).hasSize(2);
  }

  @Test
  void next_interactiveAndBulkWait_interactiveGoesFirstAndAlone() {
    offer(bulk(), 20);
    PendingCall urgent = interactive();
    offer(urgent, 20);
    Batch first = queue.next().orElseThrow();
    assertThat(first.priority()).isEqualTo(Priority.INTERACTIVE);
    assertThat(first.texts()).extracting(QueuedText::call).containsExactly(urgent);
  }

  @Test
  void next_bulkHoldsEverySlot_theReservedOneIsLeftForInteractive() {
    offer(bulk(), 20, 20, 20, 20, 20, 20);
    assertThat(queue.next()).isPresent();
    assertThat(queue.next()).isPresent();
    pass(5);
    assertThat(queue.next()).isEmpty();
    offer(interactive(), 20);
    pass(5);
    assertThat(queue.next().orElseThrow().priority()).isEqualTo(Priority.INTERACTIVE);
  }

  @Test
  void next_interactiveWithoutEnd_oneSlotStaysForBulk() {
    offer(bulk(), 20);
    offer(interactive(), IntStream.generate(() -> 20).limit(60).toArray());
    List<Priority> started = new ArrayList<>();
    for (Optional<Batch> batch = queue.next(); batch.isPresent(); batch = queue.next()) {
      started.add(batch.get().priority());
      pass(5);
    }
    assertThat(started).containsExactly(Priority.INTERACTIVE, Priority.INTERACTIVE, Priority.BULK);
  }

  @Test
  void next_lengthsDiffer_batchesHoldTextsOfAboutOneLength() {
    offer(bulk(), 10, 100, 11, 105);
    assertThat(tokens(queue.next().orElseThrow())).containsExactly(10, 11);
    pass(5);
    assertThat(tokens(queue.next().orElseThrow())).containsExactly(100, 105);
  }

  @Test
  void next_longCallThenShortCall_theShortOneNeedNotWaitForTheEnd() {
    BatchQueue single = queue(1, 0, 10_000);
    PendingCall document = bulk();
    single.offer(document, jobs(IntStream.generate(() -> 20).limit(2_000).toArray()));
    finish(single, single.next().orElseThrow());
    PendingCall note = bulk();
    single.offer(note, jobs(20));
    int batches = 0;
    for (boolean served = false; !served; batches++) {
      Batch batch = single.next().orElseThrow();
      served = batch.texts().stream().anyMatch(text -> text.call() == note);
      finish(single, batch);
    }
    assertThat(batches).isLessThanOrEqualTo(2);
  }

  @Test
  void next_wideText_goesAlone() {
    queue.offer(bulk(), List.of(new Job(20, 40), new Job(20, 4)));
    assertThat(queue.next().orElseThrow().texts()).hasSize(1);
  }

  @Test
  void next_cancelledOrLate_isForgotten() {
    AtomicBoolean cancelled = new AtomicBoolean();
    offer(new PendingCall(CallContext.bulk(cancelled::get), 1), 20);
    Clock late = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    CallContext passed = CallContext.interactive(Deadline.after(Duration.ZERO, late));
    offer(new PendingCall(passed, 1), 20);
    cancelled.set(true);
    assertThat(queue.next()).isEmpty();
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void withdraw_waitingCall_leavesTheOthers() {
    PendingCall gone = bulk();
    offer(gone, 20, 20);
    offer(bulk(), 20);
    queue.withdraw(gone);
    assertThat(queue.waiting()).isEqualTo(1);
  }

  @Test
  void offer_tooMuchWaiting_isRefusedWithTheNumbers() {
    offer(bulk(), 20, 20);
    finishAfterSeconds(8); // 4 s a text, two slots
    offer(bulk(), IntStream.generate(() -> 20).limit(99).toArray());
    assertThatThrownBy(() -> offer(bulk(), 20, 20, 20, 20, 20))
        .isInstanceOfSatisfying(
            ModelException.Overloaded.class,
            refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(8)))
        .hasMessage(
            "model test/model: 99 texts waiting, 0 in flight, 5 more offered"
                + " (expected: at most 100 waiting; retry after 8 s)");
  }

  @Test
  void offer_bulkFillsItsLine_interactiveIsStillTaken() {
    offer(bulk(), IntStream.generate(() -> 20).limit(100).toArray());
    offer(interactive(), 20);
    assertThat(queue.waiting()).isEqualTo(101);
  }

  @Test
  void offer_longDocumentToAnEmptyLine_isTaken() {
    offer(bulk(), IntStream.generate(() -> 20).limit(2_000).toArray());
    assertThat(queue.waiting()).isEqualTo(2_000);
  }

  @Test
  void bulkAllowance_interactiveInFlight_shrinks() {
    assertThat(queue.bulkAllowance()).isEqualTo(2);
    offer(interactive(), 20);
    Batch urgent = queue.next().orElseThrow();
    assertThat(queue.bulkAllowance()).isEqualTo(1);
    finish(queue, urgent);
    assertThat(queue.bulkAllowance()).isEqualTo(2);
  }

  @Test
  void stepGate_moreRunThanAllowed_oneStandsStillUntilThereIsRoom() {
    StepGate gate = new StepGate();
    gate.enter();
    gate.enter();
    assertThat(gate.isCrowded(2)).isFalse();
    assertThat(gate.isCrowded(1)).isTrue();
    gate.leave();
    assertThat(gate.isCrowded(1)).isFalse();
    assertThat(gate.hasRoom(1)).isFalse();
    assertThat(gate.hasRoom(2)).isTrue();
  }

  private BatchQueue queue(int slots, int reserved, int waiting) {
    ServingLimits limits =
        new ServingLimits(
            slots, reserved, waiting, 16, 8, Duration.ofMillis(2), Duration.ofMillis(100));
    return new BatchQueue(MODEL, limits, 64, () -> now);
  }

  private void finishAfterSeconds(long seconds) {
    queue.finished(queue.next().orElseThrow(), TimeUnit.SECONDS.toNanos(seconds));
  }

  private static void finish(BatchQueue queue, Batch batch) {
    queue.finished(batch, 1);
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private void offer(PendingCall call, int... tokens) {
    queue.offer(call, jobs(tokens));
  }

  private static List<Job> jobs(int... tokens) {
    return IntStream.of(tokens).mapToObj(length -> new Job(length, 4)).toList();
  }

  private static List<Integer> tokens(Batch batch) {
    return batch.jobs().stream().map(DecodingJob::sourceTokens).toList();
  }

  private static PendingCall bulk() {
    return new PendingCall(CallContext.PATIENT, 1);
  }

  private static PendingCall interactive() {
    return new PendingCall(CallContext.interactive(Deadline.NONE), 1);
  }
}
