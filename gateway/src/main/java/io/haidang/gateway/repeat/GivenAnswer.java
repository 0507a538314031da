package io.haidang.gateway.repeat;

import java.util.Map;

/**
 * What was answered.
 *
 * @param status of HTTP
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GivenAnswer(int status, Map<String, String> headers, byte[] body) {

  public GivenAnswer {
    headers = Map.copyOf(headers);
  }
}
