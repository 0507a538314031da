package io.haidang.models.remote;

import io.haidang.models.LanguagePair;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * One configured provider with one of its models.
 *
 * @param name letters, digits, {@code -} and {@code _}
 * @param kind the protocol
 * @param url where the protocol's paths begin, http or https
 * @param model as the provider names it; never blank
 * @param key may be empty; never shown
 * @param pairs directions it is used for
 * @param connectTimeout longest wait for a connection
 * @param timeout longest wait for a whole answer
 * @param concurrency calls under way at a time, 1 or more; others wait for their turn
 * @param batchTokens source tokens to a call, by estimate, 100 or more
 * @param schema whether the provider can be held to a JSON schema
 * @param prices what it costs
 */
public record Provider(
    String name,
    ProviderKind kind,
    URI url,
    String model,
    String key,
    Set<LanguagePair> pairs,
    Duration connectTimeout,
    Duration timeout,
    int concurrency,
    int batchTokens,
    boolean schema,
    TokenPrices prices)
    implements RemoteService {

  public Provider {
    check(name.matches("[A-Za-z0-9_-]{1,40}"), "name", name, "letters, digits, - and _");
    check(
        url.getHost() != null
            && ("https".equals(url.getScheme()) || "http".equals(url.getScheme())),
        "url",
        url,
        "http://… or https://…");
    check(!model.isBlank(), "model", "(blank)", "the provider's name of a model");
    check(isPositive(connectTimeout), "connect.timeout", connectTimeout, "more than nothing");
    check(isPositive(timeout), "timeout", timeout, "more than nothing");
    check(concurrency >= 1, "concurrency", concurrency, "1 or more");
    check(batchTokens >= 100, "batch.tokens", batchTokens, "100 or more");
    pairs = Set.copyOf(pairs);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private static void check(boolean ok, String field, Object value, String expected) {
    if (!ok) {
      throw new IllegalArgumentException(
          "provider." + field + ": " + value + " (expected: " + expected + ")");
    }
  }

  /** Name, model and address, without the key. */
  @Override
  public String toString() {
    return "Provider[" + name + ", " + kind.id() + ", " + model + ", " + url + ", key ***]";
  }
}
