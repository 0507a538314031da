package io.haidang.models.remote;

import io.haidang.models.CallContext;
import io.haidang.models.InstructedModel;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;

/** One provider's model under the caller's instructions. */
final class RemoteWriter implements InstructedModel {

  private static final String FENCE = "{fence}";

  private final Provider provider;
  private final ProviderChat chat;
  private volatile boolean closed;

  RemoteWriter(Provider provider, ProviderChat chat) {
    this.provider = provider;
    this.chat = chat;
  }

  @Override
  public ModelId id() {
    return new ModelId("remote/" + provider.name());
  }

  @Override
  public String version() {
    return version(provider);
  }

  /** Protocol and model, as the books of origin name them. */
  static String version(Provider provider) {
    return provider.kind().id() + ":" + provider.model();
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
