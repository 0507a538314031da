package io.haidang.gateway.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key names one request, whoever sends it at the same time, on every database. */
@OnEveryDatabase
class RepeatedRequestsContractTest {

  private static final int SENDERS = 6;
  private static final int TIMES_EACH = 150;

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final RepeatedRequests repeats;
  private final RepeatableRequest request;

  RepeatedRequestsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    repeats = new RepeatedRequests(store.database(), clock);
    UUID account = Drafted.in(store.database(), target -> {}, clock).editor().id();
    request = new RepeatableRequest(account, "k-1", "digest");
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** One that fails forgets its key just when the other looks for what came of it. */
  @Test
  void key_ofManyWhoFailAtTheSameTime_isDoneOrInProgressForEach()
      throws InterruptedException, ExecutionException {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Callable<Integer>> each = Collections.nCopies(SENDERS, this::sendAndFail);
      int done = 0;
      for (Future<Integer> sender : senders.invokeAll(each)) {
        done += sender.get();
      }
      assertThat(done).isPositive();
    } finally {
      senders.shutdownNow();
    }
  }

  /** How often it was this sender's to do. */
  private int sendAndFail() {
    int done = 0;
    for (int i = 0; i < TIMES_EACH; i++) {
      try {
        assertThat(repeats.begin(request)).isEmpty();
        done++;
        repeats.release(request);
      } catch (GatewayException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.REQUEST_IN_PROGRESS);
      }
    }
    return done;
  }
}
