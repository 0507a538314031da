package io.haidang.gateway.config;

import io.haidang.gateway.auth.FirstRun;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.cluster.ClusterSettings;
import io.haidang.gateway.oidc.OidcSettings;
import io.haidang.gateway.traces.TraceSettings;
import io.haidang.gateway.webhook.AddressBlock;
import io.haidang.gateway.webhook.AddressRules;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads single values and collects what is wrong with them. Not thread-safe; used once. */
final class Settings {

  private final ConfigFile file;
  private final Map<String, String> environment;
  private final ConfigErrors errors;

  Settings(ConfigFile file, Map<String, String> environment, ConfigErrors errors) {
    this.file = file;
    this.environment = environment;
    this.errors = errors;
    refuseUnknownKeys();
  }

  String text(Setting setting) {
    String variable = environment.get(setting.variable());
    if (variable != null) {
      return variable.strip();
    }
    ConfigFile.Entry entry = file.get(setting.key());
    return entry == null ? setting.defaultValue() : entry.value().strip();
  }

  int number(Setting setting, int min, int max) {
    try {
      int number = Integer.parseInt(text(setting));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number out of range.
    }
    wrong(setting, text(setting), setting.form());
    return min;
  }

  /** Where to listen, with both files of TLS or none. */
  HttpAddress http(Path home) {
    return new HttpAddress(
        text(Setting.HTTP_HOST),
        number(Setting.HTTP_PORT, 0, 65_535),
        tls(home),
        Duration.ofSeconds(number(Setting.HTTP_DRAIN, 0, 60)),
        addresses(Setting.HTTP_PROXIES).allowed());
  }

  private Optional<TlsFiles> tls(Path home) {
    if (text(Setting.HTTP_TLS_CERTIFICATE).isEmpty() && text(Setting.HTTP_TLS_KEY).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TlsFiles(
            pem(Setting.HTTP_TLS_CERTIFICATE, home, TlsFiles::isCertificate),
            pem(Setting.HTTP_TLS_KEY, home, TlsFiles::isKey)));
  }

  private Path pem(Setting setting, Path home, Predicate<Path> rule) {
    Path file = home.resolve(text(setting)).normalize();
    if (!rule.test(file)) {
      wrong(setting, text(setting), "a readable " + setting.form());
    }
    return file;
  }

  /** HOST:PORT, or nothing. */
  Optional<InetSocketAddress> address(Setting setting) {
    String text = text(setting);
    int colon = text.lastIndexOf(':');
    try {
      if (colon > 0) {
        int port = Integer.parseInt(text.substring(colon + 1));
        return Optional.of(InetSocketAddress.createUnresolved(text.substring(0, colon), port));
      }
    } catch (IllegalArgumentException e) {
      // Reported below like one without a port.
    }
    if (!text.isEmpty()) {
      wrong(setting, text, setting.form());
    }
    return Optional.empty();
  }

  /** Where the node would meet others; something harmless when that is wrong. */
  ClusterSettings cluster() {
    InetSocketAddress at =
        address(Setting.CLUSTER_ADDRESS)
            .orElseGet(() -> InetSocketAddress.createUnresolved(ClusterSettings.LOCAL.host(), 0));
    boolean translates = flag(Setting.CLUSTER_TRANSLATE);
    List<String> members = members();
    if (ClusterSettings.isAddress(at.getHostString(), at.getPort())) {
      return new ClusterSettings(at.getHostString(), at.getPort(), members, translates);
    }
    wrong(Setting.CLUSTER_ADDRESS, text(Setting.CLUSTER_ADDRESS), Setting.CLUSTER_ADDRESS.form());
    return ClusterSettings.LOCAL;
  }

  private List<String> members() {
    List<String> members =
        Arrays.stream(text(Setting.CLUSTER_MEMBERS).split(",", -1))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .toList();
    if (members.stream().allMatch(ClusterSettings::isMember)) {
      return members;
    }
    wrong(Setting.CLUSTER_MEMBERS, text(Setting.CLUSTER_MEMBERS), Setting.CLUSTER_MEMBERS.form());
    return List.of();
  }

  boolean flag(Setting setting) {
    String text = text(setting);
    if (!text.equals("true") && !text.equals("false")) {
      wrong(setting, text, setting.form());
    }
    return text.equals("true");
  }

  Office office() {
    String name = text(Setting.OFFICE);
    if (Office.isName(name)) {
      return new Office(name);
    }
    wrong(Setting.OFFICE, ConfigErrors.HIDDEN, Office.EXPECTED);
    return Office.FIRST;
  }

  Path folder(Setting setting, Path home) {
    Path folder = home.resolve(text(setting)).normalize();
    if (!Files.isDirectory(folder)) {
      wrong(setting, folder, "an existing folder");
    }
    return folder;
  }

  String postgresql(Setting setting) {
    String url = text(setting);
    if (!url.startsWith("jdbc:postgresql:")) {
      wrong(setting, ConfigErrors.HIDDEN, "jdbc:postgresql://… or nothing");
    }
    return url;
  }

  /** Ranges of addresses with commas between. */
  AddressRules addresses(Setting setting) {
    List<AddressBlock> blocks = new ArrayList<>();
    for (String text : text(setting).split(",", -1)) {
      try {
        if (!text.isBlank()) {
          blocks.add(AddressBlock.of(text.strip()));
        }
      } catch (IllegalArgumentException e) {
        wrong(setting, text, setting.form());
      }
    }
    return new AddressRules(blocks);
  }

  /** One that an account can have, or nothing. */
  String password(Setting setting, SecretReader secrets) {
    String password = secret(setting, secrets);
    if (!password.isEmpty() && !FirstRun.isPassword(password)) {
      wrong(setting, ConfigErrors.HIDDEN, setting.form());
    }
    return password;
  }

  /** An OpenID provider; empty without an issuer. */
  Optional<OidcSettings> oidc(SecretReader secrets) {
    if (text(Setting.OIDC_ISSUER).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new OidcSettings(
              URI.create(text(Setting.OIDC_ISSUER)),
              text(Setting.OIDC_CLIENT),
              secret(Setting.OIDC_SECRET, secrets),
              isMaking(),
              text(Setting.OIDC_LOGIN_CLAIM),
              text(Setting.OIDC_GROUPS_CLAIM),
              text(Setting.OIDC_OFFICE_CLAIM),
              office(),
              OidcSettings.roles(text(Setting.OIDC_ROLES))));
    } catch (IllegalArgumentException e) {
      wrong(Setting.OIDC_ISSUER, String.valueOf(e.getMessage()), "settings that go together");
      return Optional.empty();
    }
  }

  private boolean isMaking() {
    String text = text(Setting.OIDC_ACCOUNTS);
    if (!text.equals("link") && !text.equals("make")) {
      wrong(Setting.OIDC_ACCOUNTS, text, Setting.OIDC_ACCOUNTS.form());
    }
    return text.equals("make");
  }

  /** The value itself, or what {@code env:NAME} or {@code file:PATH} points to. */
  String secret(Setting setting, SecretReader secrets) {
    String value = text(setting);
    if (!SecretReader.isReference(value)) {
      return value;
    }
    return secrets
        .read(value)
        .orElseGet(
            () -> {
              wrong(setting, value, SecretReader.expected(value));
              return "";
            });
  }

  /** A secret that a header of HTTP can hold, or nothing. */
  String header(Setting setting, SecretReader secrets) {
    String value = secret(setting, secrets);
    if (TraceSettings.isAuthorization(value)) {
      return value;
    }
    wrong(setting, ConfigErrors.HIDDEN, setting.form());
    return "";
  }

  /** A text that is what it should be; another is told, and given back all the same. */
  String fit(Setting setting, Predicate<String> rule) {
    String text = text(setting);
    if (!rule.test(text)) {
      wrong(setting, text, setting.form());
    }
    return text;
  }

  private void refuseUnknownKeys() {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());
    for (String key : file.keys()) {
      if (!known.contains(key)
          && !ProviderReader.reads(key)
          && !RouteReader.reads(key)
          && !SpeechReader.reads(key)) {
        errors.add(key, "unknown", "a key of docs/configuration.md", file.line(key));
      }
    }
  }

  private void wrong(Setting setting, Object value, String expected) {
    if (environment.containsKey(setting.variable()) || file.get(setting.key()) == null) {
      errors.add(setting.key(), value, expected);
    } else {
      errors.add(setting.key(), value, expected, file.line(setting.key()));
    }
  }
}
