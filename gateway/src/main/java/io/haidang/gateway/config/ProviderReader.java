package io.haidang.gateway.config;

import io.haidang.gateway.engine.RouteTable;
import io.haidang.models.remote.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code provider.NAME.*}. Not thread-safe; used once. */
final class ProviderReader {

  static final String PREFIX = "provider.";

  private static final NamedKeys KEYS =
      new NamedKeys(
          PREFIX,
          List.of(ProviderSetting.values()),
          Set.of(RouteTable.LOCAL, RouteTable.EXTRACTIVE));

  private final ConfigFile file;
  private final SecretReader secrets;
  private final ConfigErrors errors;

  ProviderReader(ConfigFile file, SecretReader secrets, ConfigErrors errors) {
    this.file = file;
    this.secrets = secrets;
    this.errors = errors;
  }

  static boolean reads(String key) {
    return key.startsWith(PREFIX);
  }

  /** The providers of {@code names} that are whole; what is wrong with the others has been told. */
  List<Provider> read(Set<String> names) {
    List<Provider> providers = new ArrayList<>();
    for (String name : names) {
      new ProviderFields(name, file, secrets, errors).provider().ifPresent(providers::add);
    }
    return providers;
  }

  /** Every name that something is said about, even if in vain. */
  Set<String> names() {
    return KEYS.names(file, errors);
  }
}
