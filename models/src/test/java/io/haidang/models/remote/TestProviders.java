package io.haidang.models.remote;

import io.haidang.models.LanguagePair;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

final class TestProviders {

  static final String KEY = "key-of-the-office";

  private TestProviders() {}

  static Provider of(ProviderKind kind, URI url, Duration timeout) {
    return new Provider(
        "test",
        kind,
        url,
        "m",
        KEY,
        Set.of(LanguagePair.of("vi", "en")),
        Duration.ofSeconds(2),
        timeout,
        4,
        2000,
        true,
        new TokenPrices(3, 15));
  }
}
