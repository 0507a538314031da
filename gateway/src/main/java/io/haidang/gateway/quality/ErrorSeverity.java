package io.haidang.gateway.quality;

/** How bad an error is, and the points that it costs. */
public enum ErrorSeverity {
  /** Worth a remark, nobody's fault. */
  NEUTRAL(0),
  /** A reader notices it, and understands. */
  MINOR(0.5),
  /** A reader is misled, or the house embarrassed. */
  MAJOR(2);

  private final double points;

  ErrorSeverity(double points) {
    this.points = points;
  }

  public double points() {
    return points;
  }
}
