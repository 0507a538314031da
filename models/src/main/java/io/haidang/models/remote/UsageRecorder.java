package io.haidang.models.remote;

/**
 * Keeps account of what providers did.
 *
 * <p><b>Thread-safety:</b> implementations are called from any thread. <b>Blocking:</b> they may
 * block briefly; a failure of theirs must not lose an answer that was paid for, so they do not
 * throw.
 */
@FunctionalInterface
public interface UsageRecorder {

  /** Keeps no account. */
  UsageRecorder NONE = usage -> {};

  /** One call was answered, usably or not. */
  void record(Usage usage);

  /**
   * What one call used.
   *
   * @param provider the configured name
   * @param model as the provider names it
   * @param office on whose account; may be empty
   * @param inputTokens read, 0 when the provider does not tell
   * @param outputTokens written, 0 when the provider does not tell
   * @param costMicros in millionths of the currency's unit
   */
  record Usage(
      String provider,
      String model,
      String office,
      long inputTokens,
      long outputTokens,
      long costMicros) {}
}
