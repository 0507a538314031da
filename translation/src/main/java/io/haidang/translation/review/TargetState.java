package io.haidang.translation.review;

/**
 * Where a translation (one asset in one language) is on its way; {@link TargetAction} lists the
 * steps between states.
 */
public enum TargetState {
  /** Waiting for a worker. */
  DRAFT,
  /** A worker is translating. */
  MACHINE,
  /** Waiting for a reviewer. */
  IN_REVIEW,
  /** Sent back to the editor. */
  CHANGES_REQUESTED,
  /** Signed off. */
  APPROVED,
  /** Delivered. */
  PUBLISHED,
  /** Replaced by a newer version. */
  SUPERSEDED,
  /** Turned down for a reason: an end, unless it is made anew or handed in again. */
  REJECTED,
  /** Could not be translated; has a reason. */
  FAILED;

  /** Whether a second person has read it as it stands. */
  public boolean isSignedOff() {
    return this == APPROVED || this == PUBLISHED;
  }
}
