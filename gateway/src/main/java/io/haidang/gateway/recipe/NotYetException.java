package io.haidang.gateway.recipe;

/** A product cannot be made before another one is; waiting helps. */
public final class NotYetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotYetException() {
    super("product: its source is still being made");
  }
}
