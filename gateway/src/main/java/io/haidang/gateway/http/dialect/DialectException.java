package io.haidang.gateway.http.dialect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that clients of the dialect know by its status and message. Messages hold names of
 * parameters, never their texts.
 */
public final class DialectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String detail;

  private DialectException(int status, String message, @Nullable String detail) {
    super(message);
    this.status = status;
    this.detail = detail;
  }

  /** The request cannot be served as it is. */
  public static DialectException badRequest(String message) {
    return new DialectException(400, message, null);
  }

  /** The same, with what exactly is wrong, such as a line of a list. */
  public static DialectException badRequest(String message, String detail) {
    return new DialectException(400, message, detail);
  }

  /** A parameter that has to be there is not. */
  public static DialectException missing(String parameter) {
    return badRequest("Parameter '" + parameter + "' not specified");
  }

  /** A parameter has a value that cannot be taken. */
  public static DialectException unsupportedValue(String parameter) {
    return badRequest("Value for '" + parameter + "' not supported.");
  }

  /** The same, with what would be taken. */
  public static DialectException unsupportedValue(String parameter, String expected) {
    return badRequest("Value for '" + parameter + "' not supported.", "expected: " + expected);
  }

  /** No such thing, or it belongs to somebody else. */
  public static DialectException notFound(String message) {
    return new DialectException(404, message, null);
  }

  /**
   * Any other failure.
   *
   * @param status 400 to 599; clients try again on 429 and from 500 on, so never those for what
   *     waiting does not mend
   */
  public static DialectException of(int status, String message) {
    return new DialectException(status, message, null);
  }

  /** HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }
}
