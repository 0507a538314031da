package io.haidang.models.remote;

import dev.langchain4j.model.output.TokenUsage;
import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import io.haidang.models.remote.UsageRecorder.Outcome;
import io.haidang.models.remote.UsageRecorder.Usage;
import org.jspecify.annotations.Nullable;

/** Writes down each call to one provider. As thread-safe as its recorder. */
final class CallBooks {

  private final Provider provider;
  private final UsageRecorder recorder;

  CallBooks(Provider provider, UsageRecorder recorder) {
    this.provider = provider;
    this.recorder = recorder;
  }

  void answered(@Nullable TokenUsage tokens, CallContext call, long millis) {
    long input = tokens == null ? 0 : count(tokens.inputTokenCount());
    long output = tokens == null ? 0 : count(tokens.outputTokenCount());
    record(call, input, output, millis, Outcome.ANSWERED);
  }

  void failed(ModelException failure, CallContext call, long millis) {
    record(call, 0, 0, millis, outcome(failure));
  }

  private void record(CallContext call, long input, long output, long millis, Outcome outcome) {
    recorder.record(
        new Usage(
            provider.name(),
            provider.model(),
            call.office(),
            call.work(),
            input,
            output,
            provider.prices().costMicros(input, output),
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

  private static long count(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }
}
