package io.haidang.gateway.config;

import io.haidang.gateway.engine.RouteTable;
import io.haidang.models.remote.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code provider.NAME.*}. Not thread-safe; used once. */
final class ProviderReader {

  static final String PREFIX = "provider.";

  private static final String NAME = "[A-Za-z0-9_-]{1,40}";

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
    Set<String> names = new LinkedHashSet<>();
    for (String key : file.keys()) {
      if (reads(key)) {
        String name = key.substring(PREFIX.length()).split("\\.", 2)[0];
        if (isKnown(key, name)) {
          names.add(name);
        } else {
          errors.add(key, "unknown", "provider.NAME. and one of " + known(), file.line(key));
        }
      }
    }
    return names;
  }

  private static boolean isKnown(String key, String name) {
    return name.matches(NAME)
        && !name.equals(RouteTable.LOCAL)
        && !name.equals(RouteTable.EXTRACTIVE)
        && Arrays.stream(ProviderSetting.values()).anyMatch(field -> field.key(name).equals(key));
  }

  private static String known() {
    return Arrays.stream(ProviderSetting.values())
        .map(field -> field.key("").substring(PREFIX.length() + 1))
        .collect(Collectors.joining(", "));
  }
}
