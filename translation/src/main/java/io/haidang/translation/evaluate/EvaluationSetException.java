package io.haidang.translation.evaluate;

/** A set of sentences cannot be read; the message names the line and what was expected. */
public final class EvaluationSetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EvaluationSetException(long line, String message) {
    super("line " + line + ": " + message);
  }
}
