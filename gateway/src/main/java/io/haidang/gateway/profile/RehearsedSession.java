package io.haidang.gateway.profile;

import io.vertx.core.MultiMap;
import java.time.Duration;

/** What one client wants played, and how much of it is left. Safe for concurrent use. */
final class RehearsedSession {

  static final String HEADER = "mock-server-session";

  private static final String OPTION = HEADER + "-";
  private static final int USUAL_FAULT = 503;

  private final MultiMap headers;
  private long unanswered;
  private long refusals;
  private long faults;
  private long documentFailures;

  /** A session as its first request describes it. */
  RehearsedSession(MultiMap headers) {
    this.headers = headers;
    this.unanswered = number("no-response-count", 0);
    this.refusals = number("429-count", 0);
    this.faults = number("5xx-count", 0);
    this.documentFailures = number("doc-failure", 0);
  }

  /** An option; {@code usual} when it is not there, or no number. */
  long number(String option, long usual) {
    String value = headers.get(OPTION + option);
    try {
      return value == null ? usual : Long.parseLong(value);
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  synchronized boolean leavesUnanswered() {
    return unanswered-- > 0;
  }

  synchronized boolean refuses() {
    return refusals-- > 0;
  }

  synchronized boolean fails() {
    return faults-- > 0;
  }

  synchronized boolean failsDocument() {
    return documentFailures-- > 0;
  }

  /** Status with which it fails, 500 to 599. */
  int fault() {
    long status = number("5xx-status", USUAL_FAULT);
    return status >= 500 && status <= 599 ? (int) status : USUAL_FAULT;
  }

  boolean expectsProxy() {
    return number("expect-proxy", 0) > 0;
  }

  Duration queueing() {
    return Duration.ofMillis(number("doc-queue-time", 0));
  }

  Duration translating() {
    return Duration.ofMillis(number("doc-translate-time", 0));
  }
}
