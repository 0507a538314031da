package io.haidang.gateway.recipe;

/** A product cannot be made before another one is, or not beside another one; waiting helps. */
public final class NotYetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotYetException() {
    this("product: its source is still being made");
  }

  private NotYetException(String message) {
    super(message);
  }

  /** Other work that the service may have died of is under way. */
  public static NotYetException otherWorkFirst() {
    return new NotYetException("product: work that the service may have died of comes first");
  }
}
