package io.haidang.gateway.config;

import io.haidang.gateway.traces.TraceSettings;
import java.net.URI;
import java.util.Optional;

/** Reads {@code traces.*}; without an endpoint the rest says nothing. */
final class TraceReader {

  private TraceReader() {}

  static Optional<TraceSettings> read(Settings settings, SecretReader secrets) {
    if (settings.text(Setting.TRACES_ENDPOINT).isEmpty()) {
      return Optional.empty();
    }
    String endpoint = settings.fit(Setting.TRACES_ENDPOINT, TraceSettings::isEndpoint);
    int percent = settings.number(Setting.TRACES_PERCENT, 1, 100);
    String authorization = settings.header(Setting.TRACES_AUTHORIZATION, secrets);
    return TraceSettings.isEndpoint(endpoint)
        ? Optional.of(new TraceSettings(URI.create(endpoint), authorization, percent))
        : Optional.empty();
  }
}
