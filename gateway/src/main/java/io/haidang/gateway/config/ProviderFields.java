package io.haidang.gateway.config;

import io.haidang.models.LanguagePair;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.ProviderKind;
import io.haidang.models.remote.TokenPrices;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The fields of one provider. Not thread-safe; used once. */
final class ProviderFields {

  /** As the books of calls keep it. */
  private static final int LONGEST_MODEL = 200;

  private final String name;
  private final ConfigFile file;
  private final SecretReader secrets;
  private final ConfigErrors errors;
  private boolean whole = true;

  ProviderFields(String name, ConfigFile file, SecretReader secrets, ConfigErrors errors) {
    this.name = name;
    this.file = file;
    this.secrets = secrets;
    this.errors = errors;
  }

  /** The provider, or empty after everything that is wrong with it has been told. */
  Optional<Provider> provider() {
    Optional<ProviderKind> kind = kind();
    URI url = url(kind.map(ProviderKind::defaultUrl).orElse("http://localhost"));
    String model = model();
    String key = key();
    Set<LanguagePair> pairs = pairs();
    Duration connect = Duration.ofSeconds(number(ProviderSetting.CONNECT_TIMEOUT, 1, 60));
    Duration timeout = Duration.ofSeconds(number(ProviderSetting.TIMEOUT, 1, 600));
    int concurrency = number(ProviderSetting.CONCURRENCY, 1, 64);
    int batch = number(ProviderSetting.BATCH_TOKENS, 100, 100_000);
    boolean schema = isSchema();
    TokenPrices prices =
        new TokenPrices(price(ProviderSetting.PRICE_INPUT), price(ProviderSetting.PRICE_OUTPUT));
    if (!whole || kind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Provider(
            name,
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

  private String model() {
    String model = text(ProviderSetting.MODEL);
    if (model.isEmpty() || model.length() > LONGEST_MODEL) {
      wrong(ProviderSetting.MODEL, shown(model), "the provider's name of a model");
    }
    return model;
  }

  /** An address with a user in it may hold a password: it is not repeated. */
  private URI url(String usual) {
    String text = text(ProviderSetting.URL);
    try {
      URI url = new URI(text.isEmpty() ? usual : text);
      boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (http
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Reported below.
    }
    wrong(
        ProviderSetting.URL,
        text.contains("@") || text.contains("?") ? ConfigErrors.HIDDEN : text,
        "http:// or https://, host and path");
    return URI.create(usual);
  }

  private String key() {
    String reference = text(ProviderSetting.KEY);
    if (reference.isEmpty()) {
      return "";
    }
    if (!SecretReader.isReference(reference)) {
      wrong(
          ProviderSetting.KEY,
          ConfigErrors.HIDDEN,
          "env:NAME or file:PATH; a key does not belong into this file");
      return "";
    }
    Optional<String> key = secrets.read(reference);
    if (key.isEmpty()) {
      wrong(ProviderSetting.KEY, reference, SecretReader.expected(reference));
    } else if (!key.get().matches("[!-~]+")) {
      wrong(ProviderSetting.KEY, reference, "a key of printable ASCII without spaces behind it");
    }
    return key.orElse("");
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

  private int number(ProviderSetting field, int min, int max) {
    try {
      int number = Integer.parseInt(text(field));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number out of range.
    }
    wrong(field, shown(text(field)), field.form());
    return min;
  }

  private double price(ProviderSetting field) {
    String text = text(field);
    if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Double.parseDouble(text);
    }
    wrong(field, shown(text), field.form());
    return 0;
  }

  private boolean isSchema() {
    String text = text(ProviderSetting.SCHEMA);
    if (!text.equals("true") && !text.equals("false")) {
      wrong(ProviderSetting.SCHEMA, shown(text), ProviderSetting.SCHEMA.form());
    }
    return text.equals("true");
  }

  private String text(ProviderSetting field) {
    ConfigFile.Entry entry = file.get(field.key(name));
    return entry == null ? field.defaultValue() : entry.value().strip();
  }

  private static String shown(String text) {
    return text.isBlank() ? "(missing)" : text.strip();
  }

  private void wrong(ProviderSetting field, Object value, String expected) {
    whole = false;
    String key = field.key(name);
    if (file.get(key) == null) {
      errors.add(key, value, expected);
    } else {
      errors.add(key, value, expected, file.line(key));
    }
  }
}
