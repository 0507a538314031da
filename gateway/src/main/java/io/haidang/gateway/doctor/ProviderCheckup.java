package io.haidang.gateway.doctor;

import io.haidang.gateway.engine.EngineSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Whether the configured providers can be reached. Sends nothing: a call might cost something. */
final class ProviderCheckup implements Checkup {

  private final EngineSettings engines;

  ProviderCheckup(EngineSettings engines) {
    this.engines = engines;
  }

  @Override
  public List<Finding> examine() {
    return Stream.concat(
            engines.providers().stream()
                .map(one -> reach(one.name(), one.url(), one.connectTimeout())),
            engines.speech().stream()
                .map(one -> reach(one.name(), one.url(), one.connectTimeout())))
        .toList();
  }

  private static Finding reach(String name, URI url, Duration patience) {
    Neighbour provider = Neighbour.at(url);
    String what = name + " at " + provider;
    return provider.answers(patience)
        ? Finding.ok("provider", what + " can be reached")
        : Finding.warning(
            "provider",
            what + " cannot be reached",
            "look at provider."
                + name
                + ".url, the firewall and the service; texts wait for a day");
  }
}
