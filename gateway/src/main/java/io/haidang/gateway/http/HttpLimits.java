package io.haidang.gateway.http;

import java.time.Duration;

/**
 * What one client may take.
 *
 * @param bodyBytes longest request body, 1 or more
 * @param listBytes longest list of terms, 1 or more
 * @param fileBytes longest form with its files, 1 or more
 * @param bodyTime within which a body has to arrive; a client that trickles is cut off
 * @param idleTime after which a silent connection is closed
 */
public record HttpLimits(
    int bodyBytes, int listBytes, int fileBytes, Duration bodyTime, Duration idleTime) {

  /**
   * Four bytes for each of the million characters that a text may have; a list of some hundred
   * thousand terms; decks of slides and pictures.
   */
  public static final HttpLimits DEFAULT =
      new HttpLimits(4 << 20, 32 << 20, 32 << 20, Duration.ofSeconds(30), Duration.ofMinutes(1));

  public HttpLimits {
    if (bodyBytes < 1 || listBytes < 1 || fileBytes < 1) {
      throw new IllegalArgumentException(
          "bytes: " + bodyBytes + ", " + listBytes + ", " + fileBytes + " (expected: 1 or more)");
    }
    if (bodyTime.toMillis() < 1 || idleTime.toSeconds() < 1) {
      throw new IllegalArgumentException("times: too short (expected: at least 1 ms and 1 s)");
    }
  }
}
