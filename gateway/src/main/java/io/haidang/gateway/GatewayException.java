package io.haidang.gateway;

import java.util.Map;

/**
 * A failure that a user can be told about. The message never contains document text.
 *
 * <p>{@link ErrorCode} is the closed catalogue; {@code docs/errors.md} explains each entry.
 */
public final class GatewayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  public GatewayException(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /**
   * A failure with facts that a program can use.
   *
   * @param details further members of the problem document, such as the current version of a
   *     segment
   */
  public GatewayException(ErrorCode code, String message, Map<String, Object> details) {
    super(message);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }
}
