package io.haidang.models.remote;

import io.haidang.models.CallContext;
import io.haidang.models.InstructedModel;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import java.time.Clock;

/** One provider's model under the caller's instructions. */
final class RemoteWriter implements InstructedModel {

  private static final String FENCE = "{fence}";

  private final Provider provider;
  private final ProviderChat chat;
  private volatile boolean closed;

  RemoteWriter(Provider provider, UsageRecorder usage, Clock clock) {
    this.provider = provider;
    this.chat = new ProviderChat(provider, usage, clock);
  }

  @Override
  public ModelId id() {
    return new ModelId("remote/" + provider.name());
  }

  @Override
  public String answer(String instructions, String data, CallContext call) {
    if (closed) {
      throw new IllegalStateException("writer: closed (expected: open)");
    }
    call.check();
    if (call.reach() != Locality.REMOTE) {
      throw new ModelException.Refused(
          "provider " + provider.name() + ": texts may not leave (expected: public ones)");
    }
    DataFence fence = DataFence.random();
    String answer =
        chat.ask(instructions.replace(FENCE, fence.mark()), fence.around(data), false, call);
    return fence.leakedInto(answer) ? "" : answer;
  }

  @Override
  public void close() {
    closed = true;
  }
}
