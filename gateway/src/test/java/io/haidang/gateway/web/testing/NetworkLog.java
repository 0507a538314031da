package io.haidang.gateway.web.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Reads the browser's log of its own network. */
final class NetworkLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NetworkLog() {}

  /** The address that an entry says was asked for by a page; empty for entries of other kinds. */
  public static Optional<String> requestedUrl(String entry) {
    try {
      JsonNode message = JSON.readTree(entry).path("message");
      boolean isRequest = message.path("method").asText().equals("Network.requestWillBeSent");
      String url = message.path("params").path("request").path("url").asText();
      return isRequest && url.startsWith("http") ? Optional.of(url) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("entry: no JSON (expected: one of the browser's log)", e);
    }
  }
}
