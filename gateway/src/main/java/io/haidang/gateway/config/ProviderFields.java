package io.haidang.gateway.config;

import io.haidang.models.LanguagePair;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.ProviderKind;
import io.haidang.models.remote.TokenPrices;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The fields of one provider. Not thread-safe; used once. */
final class ProviderFields extends NamedFields {

  ProviderFields(String name, ConfigFile file, SecretReader secrets, ConfigErrors errors) {
    super(name, file, secrets, errors);
  }

  /** The provider, or empty after everything that is wrong with it has been told. */
  Optional<Provider> provider() {
    Optional<ProviderKind> kind = kind();
    URI url =
        url(ProviderSetting.URL, kind.map(ProviderKind::defaultUrl).orElse("http://localhost"));
    String model = model(ProviderSetting.MODEL);
    String key = key(ProviderSetting.KEY);
    Set<LanguagePair> pairs = pairs();
    Duration connect = Duration.ofSeconds(number(ProviderSetting.CONNECT_TIMEOUT, 1, 60));
    Duration timeout = Duration.ofSeconds(number(ProviderSetting.TIMEOUT, 1, 600));
    int concurrency = number(ProviderSetting.CONCURRENCY, 1, 64);
    int batch = number(ProviderSetting.BATCH_TOKENS, 100, 100_000);
    boolean schema = isTrue(ProviderSetting.SCHEMA);
    TokenPrices prices =
        new TokenPrices(price(ProviderSetting.PRICE_INPUT), price(ProviderSetting.PRICE_OUTPUT));
    if (!isWhole() || kind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Provider(
            name(),
            kind.get(),
            url,
            model,
            key,
            pairs,
            connect,
            timeout,
            concurrency,
            batch,
            schema,
            prices));
  }

  private Optional<ProviderKind> kind() {
    String id = text(ProviderSetting.KIND);
    Optional<ProviderKind> kind =
        Arrays.stream(ProviderKind.values()).filter(any -> any.id().equals(id)).findFirst();
    if (kind.isEmpty()) {
      wrong(ProviderSetting.KIND, shown(id), ProviderSetting.KIND.form());
    }
    return kind;
  }

  private Set<LanguagePair> pairs() {
    Set<LanguagePair> pairs = new LinkedHashSet<>();
    for (String text : text(ProviderSetting.PAIRS).split(",", -1)) {
      PairText.parse(text.strip())
          .ifPresentOrElse(
              pairs::add,
              () -> wrong(ProviderSetting.PAIRS, shown(text), ProviderSetting.PAIRS.form()));
    }
    return pairs;
  }
}
