package io.haidang.models.remote;

import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import io.haidang.models.remote.ServiceCalls.Answered;
import io.haidang.models.remote.UsageRecorder.Outcome;
import io.haidang.models.remote.UsageRecorder.Usage;

/** Writes down each call to one service. As thread-safe as its recorder. */
final class CallBooks {

  private final RemoteService service;
  private final UsageRecorder recorder;

  CallBooks(RemoteService service, UsageRecorder recorder) {
    this.service = service;
    this.recorder = recorder;
  }

  void answered(Answered<?> answered, CallContext call, long millis) {
    record(call, answered, millis, Outcome.ANSWERED);
  }

  void failed(ModelException failure, CallContext call, long millis) {
    record(call, new Answered<>("", 0, 0, 0), millis, outcome(failure));
  }

  private void record(CallContext call, Answered<?> used, long millis, Outcome outcome) {
    recorder.record(
        new Usage(
            service.name(),
            service.model(),
            call.office(),
            call.work(),
            used.inputTokens(),
            used.outputTokens(),
            used.costMicros(),
            millis,
            outcome));
  }

  private static Outcome outcome(ModelException failure) {
    if (failure instanceof ModelException.Refused) {
      return Outcome.REFUSED;
    }
    if (failure instanceof ModelException.Overloaded) {
      return Outcome.OVERLOADED;
    }
    return failure instanceof ModelException.Cancelled
            || failure instanceof ModelException.DeadlineExceeded
        ? Outcome.ABANDONED
        : Outcome.UNAVAILABLE;
  }
}
