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

  /** One call to the provider has ended, well or badly. */
  void record(Usage usage);

  /** How a call ended. */
  enum Outcome {
    /** An answer came, usable or not. */
    ANSWERED,
    /** The provider declined, for good. */
    REFUSED,
    /** The provider asked to be left alone for a while. */
    OVERLOADED,
    /** No answer, or none that can be read. */
    UNAVAILABLE,
    /** We hung up: cancelled, or too late. */
    ABANDONED
  }

  /**
   * What one call used. It never holds text.
   *
   * @param provider the configured name
   * @param model as the provider names it
   * @param office on whose account; may be empty
   * @param work what for; may be empty
   * @param inputTokens read, 0 when the provider does not tell
   * @param outputTokens written, 0 when the provider does not tell
   * @param costMicros in millionths of the currency's unit
   * @param latencyMillis from the request to the end of the answer
   */
  record Usage(
      String provider,
      String model,
      String office,
      String work,
      long inputTokens,
      long outputTokens,
      long costMicros,
      long latencyMillis,
      Outcome outcome) {}
}
