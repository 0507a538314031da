package io.haidang.gateway.library;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * How far somebody has followed what channels show.
 *
 * @param since of the last change that was read
 * @param after id of its item
 */
public record ChangeCursor(Instant since, UUID after) {

  private static final String SEPARATOR = "/";

  /** Before everything that changed after an instant. */
  public static ChangeCursor after(Instant since) {
    return new ChangeCursor(since, new UUID(-1, -1));
  }

  /** Before everything. */
  public static ChangeCursor beginning() {
    return after(Instant.EPOCH);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws GatewayException {@code invalid-request}
   */
  public static ChangeCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(SEPARATOR, -1);
      if (parts.length == 2) {
        return new ChangeCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Said below, without what was sent.
    }
    throw new GatewayException(
        ErrorCode.INVALID_REQUEST, "cursor: malformed (expected: nextCursor of an earlier answer)");
  }

  /** As it is handed to clients, who need not understand it. */
  public String text() {
    byte[] plain = (since + SEPARATOR + after).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}
