package io.haidang.models.remote;

import io.haidang.models.InstructedModel;
import io.haidang.models.TextGenerator;
import java.time.Clock;

/** Makes generators over providers. */
public final class RemoteGenerators {

  private RemoteGenerators() {}

  /**
   * A generator over one provider; opens no connection yet. It refuses every call whose {@link
   * io.haidang.models.CallContext#reach} is not remote before anything is sent. A request for which
   * no usable output came, though it was asked for twice, gets an empty one; when that is so for a
   * whole call to the provider, {@link io.haidang.models.ModelException.Unavailable} is thrown.
   *
   * @param usage is told of every answer
   * @param clock for pauses and dates
   */
  public static TextGenerator open(Provider provider, UsageRecorder usage, Clock clock) {
    return RemoteProvider.of(provider, usage, clock).generator();
  }

  /**
   * A provider's model that does as instructions say; opens no connection yet. It refuses every
   * call whose reach is not remote before anything is sent.
   *
   * @param usage is told of every answer
   * @param clock for pauses and dates
   */
  public static InstructedModel writer(Provider provider, UsageRecorder usage, Clock clock) {
    return RemoteProvider.of(provider, usage, clock).writer();
  }
}
