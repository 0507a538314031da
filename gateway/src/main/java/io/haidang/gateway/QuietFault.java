package io.haidang.gateway;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged. Messages from outside, above all from databases, quote values, and
 * a value may be a text that somebody entrusted to us; so of every class that is not ours only the
 * name, the SQL state and the stack are kept.
 */
public final class QuietFault extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String OURS = "io.haidang.";
  private static final int DEPTH = 10;

  private QuietFault(String message, @Nullable Throwable cause, StackTraceElement[] stack) {
    super(message, cause);
    setStackTrace(stack);
  }

  /** The failure and its causes, without what they quote. */
  public static QuietFault of(Throwable failure) {
    return of(failure, 0);
  }

  private static QuietFault of(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return new QuietFault(
        summary(failure),
        cause == null || depth == DEPTH ? null : of(cause, depth + 1),
        failure.getStackTrace());
  }

  private static String summary(Throwable failure) {
    String name = failure.getClass().getName();
    if (name.startsWith(OURS)) {
      return name + ": " + failure.getMessage();
    }
    return failure instanceof SQLException sql ? name + ", SQL state " + sql.getSQLState() : name;
  }
}
