package io.haidang.translation.check;

/** How much a finding matters, most severe first. */
public enum Severity {
  /** Blocks approval unless the approver accepts it with a reason. */
  ERROR,
  /** Shown; does not block. */
  WARNING
}
