package io.haidang.models.remote;

import io.haidang.models.SpeechModel;
import java.time.Clock;

/** Makes speech models over services. */
public final class RemoteSpeechModels {

  private RemoteSpeechModels() {}

  /**
   * A model over one service; opens no connection yet. One that is not local refuses every call
   * whose {@link io.haidang.models.CallContext#reach} is not remote before anything is sent.
   *
   * @param usage is told of every answer
   * @param clock for pauses and dates
   */
  public static SpeechModel open(SpeechProvider provider, UsageRecorder usage, Clock clock) {
    return new RemoteSpeech(provider, usage, clock);
  }
}
