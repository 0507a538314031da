package io.haidang.gateway.traces;

import java.net.URI;

/**
 * Where traces go.
 *
 * @param endpoint of a collector that takes OTLP over HTTP, http or https, with its path
 * @param authorization sent in the header of that name; empty for none; never shown
 * @param percent of the traces that are kept, 1 to 100
 */
public record TraceSettings(URI endpoint, String authorization, int percent) {

  public static final String ENDPOINT_FORM = "http://… or https://…";

  public static final String AUTHORIZATION_FORM = "text, ASCII on one line";

  /** What goes to a collector that is named without a path. */
  private static final String PATH = "/v1/traces";

  public TraceSettings {
    if (!isEndpoint(endpoint.toString())) {
      throw new IllegalArgumentException("traces.endpoint: *** (expected: " + ENDPOINT_FORM + ")");
    }
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("traces.percent: " + percent + " (expected: 1-100)");
    }
    if (!isAuthorization(authorization)) {
      throw new IllegalArgumentException(
          "traces.authorization: *** (expected: " + AUTHORIZATION_FORM + ")");
    }
    endpoint = endpoint.getPath().length() > 1 ? endpoint : endpoint.resolve(PATH);
  }

  /** Whether {@code text} is the address of a collector: no account, question or fragment in it. */
  public static boolean isEndpoint(String text) {
    try {
      URI address = URI.create(text);
      return text.matches("https?://[^?#@]+") && address.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a header of HTTP can hold {@code text}. */
  public static boolean isAuthorization(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  @Override
  public String toString() {
    return "TraceSettings[" + endpoint + ", authorization ***, " + percent + " %]";
  }
}
