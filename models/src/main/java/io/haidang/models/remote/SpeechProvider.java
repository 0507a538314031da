package io.haidang.models.remote;

import io.haidang.models.ModelDescriptor.Locality;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * One configured service that writes down speech, by the protocol that OpenAI defined; servers for
 * Whisper models speak it too.
 *
 * @param name letters, digits, {@code -} and {@code _}
 * @param url where the protocol's paths begin, http or https
 * @param model as the service names it; never blank
 * @param key may be empty; never shown
 * @param local whether it runs on this machine, so that confidential recordings may reach it; its
 *     address has to be one of this machine then
 * @param connectTimeout longest wait for a connection
 * @param timeout longest wait for a whole answer
 * @param concurrency calls under way at a time, 1 or more; others wait for their turn
 * @param pricePerMinute of recording, in whatever currency the operator counts in, 0 or more
 */
public record SpeechProvider(
    String name,
    URI url,
    String model,
    String key,
    boolean local,
    Duration connectTimeout,
    Duration timeout,
    int concurrency,
    double pricePerMinute)
    implements RemoteService {

  /** The address of the service that the protocol comes from. */
  public static final String DEFAULT_URL = "https://api.openai.com/v1";

  private static final int MICROS = 1_000_000;
  private static final int SECONDS_PER_MINUTE = 60;

  public SpeechProvider {
    check(name.matches("[A-Za-z0-9_-]{1,40}"), "name", name, "letters, digits, - and _");
    check(
        url.getHost() != null
            && ("https".equals(url.getScheme()) || "http".equals(url.getScheme())),
        "url",
        url,
        "http://… or https://…");
    check(!local || isThisMachine(url), "url", url, "an address of this machine for a local one");
    check(!model.isBlank(), "model", "(blank)", "the service's name of a model");
    check(isPositive(connectTimeout), "connect.timeout", connectTimeout, "more than nothing");
    check(isPositive(timeout), "timeout", timeout, "more than nothing");
    check(concurrency >= 1, "concurrency", concurrency, "1 or more");
    check(pricePerMinute >= 0, "price.minute", pricePerMinute, "0 or more");
  }

  /**
   * Whether an address can only be this machine's; names are not looked up, for they can change.
   */
  public static boolean isThisMachine(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.(0|[1-9]\\d{0,2})){3}");
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private static void check(boolean ok, String field, Object value, String expected) {
    if (!ok) {
      throw new IllegalArgumentException(
          "speech." + field + ": " + value + " (expected: " + expected + ")");
    }
  }

  Locality locality() {
    return local ? Locality.LOCAL : Locality.REMOTE;
  }

  /** In millionths of the currency's unit. */
  long costMicros(double seconds) {
    return Math.round(seconds / SECONDS_PER_MINUTE * pricePerMinute * MICROS);
  }

  /** Name, model and address, without the key. */
  @Override
  public String toString() {
    return "SpeechProvider[" + name + ", " + model + ", " + url + ", key ***]";
  }
}
