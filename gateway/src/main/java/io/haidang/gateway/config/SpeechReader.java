package io.haidang.gateway.config;

import io.haidang.models.remote.SpeechProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code speech.NAME.*}. Not thread-safe; used once. */
final class SpeechReader {

  static final String PREFIX = "speech.";

  private static final NamedKeys KEYS =
      new NamedKeys(PREFIX, List.of(SpeechSetting.values()), Set.of());

  private final ConfigFile file;
  private final SecretReader secrets;
  private final ConfigErrors errors;

  SpeechReader(ConfigFile file, SecretReader secrets, ConfigErrors errors) {
    this.file = file;
    this.secrets = secrets;
    this.errors = errors;
  }

  static boolean reads(String key) {
    return key.startsWith(PREFIX);
  }

  /** The services that are whole, in the order in which they are named first. */
  List<SpeechProvider> read() {
    List<SpeechProvider> services = new ArrayList<>();
    names().forEach(name -> service(name).ifPresent(services::add));
    return services;
  }

  private Set<String> names() {
    return KEYS.names(file, errors);
  }

  private Optional<SpeechProvider> service(String name) {
    NamedFields fields = new NamedFields(name, file, secrets, errors);
    URI url = fields.url(SpeechSetting.URL, SpeechProvider.DEFAULT_URL);
    String model = fields.model(SpeechSetting.MODEL);
    String key = fields.key(SpeechSetting.KEY);
    boolean local = fields.isTrue(SpeechSetting.LOCAL);
    Duration connect = Duration.ofSeconds(fields.number(SpeechSetting.CONNECT_TIMEOUT, 1, 60));
    Duration timeout = Duration.ofSeconds(fields.number(SpeechSetting.TIMEOUT, 1, 3600));
    int concurrency = fields.number(SpeechSetting.CONCURRENCY, 1, 64);
    double price = fields.price(SpeechSetting.PRICE_MINUTE);
    if (local && !SpeechProvider.isThisMachine(url)) {
      fields.wrong(SpeechSetting.LOCAL, "true", "false for another machine than this one");
    }
    return fields.isWhole()
        ? Optional.of(
            new SpeechProvider(name, url, model, key, local, connect, timeout, concurrency, price))
        : Optional.empty();
  }
}
