package io.haidang.models.internal.search;

/** When a beam with as many finished hypotheses as beams may end ({@code early_stopping}). */
public enum EarlyStopping {
  /** At once: {@code true}. */
  AT_ONCE,
  /** When the best running one, were it to end now, is no better than the worst: {@code false}. */
  HEURISTIC,
  /** When no running one can become better than the worst: {@code "never"}. */
  NEVER
}
