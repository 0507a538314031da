package io.haidang.gateway.jobs;

/** Is told of every run of a job. Called from any thread; returns at once. */
@FunctionalInterface
public interface JobListener {

  /** Listens to nothing. */
  JobListener NONE = (outcome, nanos) -> {};

  /**
   * A worker has let go of a target.
   *
   * @param outcome {@code done}, {@code stopping}, {@code fault}, {@code outage}, {@code not-yet},
   *     {@code for-good}
   */
  void ended(String outcome, long nanos);
}
