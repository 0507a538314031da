package io.haidang.translation.review;

/** Whose words a segment's target is. */
public enum SegmentState {
  /** Machine output that nobody has touched. */
  MACHINE,
  /** Taken from an approved translation. */
  MATCHED,
  /** Changed by a person. */
  EDITED,
  /** Read and accepted by a person. */
  CONFIRMED,
  /** Not to be changed. */
  LOCKED
}
