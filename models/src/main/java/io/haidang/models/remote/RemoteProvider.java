package io.haidang.models.remote;

import io.haidang.models.InstructedModel;
import io.haidang.models.TextGenerator;
import java.time.Clock;

/**
 * One provider for all that is asked of it: whatever translates and whatever writes share its
 * places, its pauses and its books. Opens no connection yet, and refuses every call whose {@link
 * io.haidang.models.CallContext#reach} is not remote before anything is sent.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class RemoteProvider {

  private final Provider provider;
  private final ProviderChat chat;

  private RemoteProvider(Provider provider, ProviderChat chat) {
    this.provider = provider;
    this.chat = chat;
  }

  /**
   * A provider.
   *
   * @param usage is told of every answer
   * @param clock for pauses and dates
   */
  public static RemoteProvider of(Provider provider, UsageRecorder usage, Clock clock) {
    return new RemoteProvider(provider, new ProviderChat(provider, usage, clock));
  }

  /** What it was configured as. */
  public Provider provider() {
    return provider;
  }

  /**
   * Its model as one that translates. A request for which no usable output came, though it was
   * asked for twice, gets an empty one; when that is so for a whole call to the provider, {@link
   * io.haidang.models.ModelException.Unavailable} is thrown.
   */
  public TextGenerator generator() {
    return new RemoteGenerator(provider, chat);
  }

  /** Its model as one that does as instructions say. */
  public InstructedModel writer() {
    return new RemoteWriter(provider, chat);
  }
}
