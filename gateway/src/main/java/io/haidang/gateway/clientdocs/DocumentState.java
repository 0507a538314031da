package io.haidang.gateway.clientdocs;

/**
 * What has become of a document; it only ever goes on to a later one. A document of which nobody
 * asks any more is deleted, whatever its state.
 */
public enum DocumentState {
  /** Nobody has begun. */
  QUEUED,
  /** Some of its segments may be translated. */
  TRANSLATING,
  /** The translation can be fetched. */
  DONE,
  /** There will be no translation. */
  FAILED;

  /** Whether a worker has something to do. */
  public boolean isOpen() {
    return this == QUEUED || this == TRANSLATING;
  }
}
