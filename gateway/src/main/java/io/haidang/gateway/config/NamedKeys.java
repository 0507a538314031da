package io.haidang.gateway.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of things that the configuration file gives names, such as {@code provider.NAME.model}.
 *
 * @param prefix with a dot at its end
 * @param settings what can be said about each
 * @param taken names that mean something else
 */
record NamedKeys(String prefix, List<? extends NamedSetting> settings, Set<String> taken) {

  NamedKeys {
    settings = List.copyOf(settings);
    taken = Set.copyOf(taken);
  }

  private static final String NAME = "[A-Za-z0-9_-]{1,40}";

  /** Every name that something is said about, even if in vain, in the order of the file. */
  Set<String> names(ConfigFile file, ConfigErrors errors) {
    Set<String> names = new LinkedHashSet<>();
    for (String key : file.keys()) {
      if (key.startsWith(prefix)) {
        String name = key.substring(prefix.length()).split("\\.", 2)[0];
        if (isKnown(key, name)) {
          names.add(name);
        } else {
          errors.add(key, "unknown", prefix + "NAME. and one of " + known(), file.line(key));
        }
      }
    }
    return names;
  }

  private boolean isKnown(String key, String name) {
    return name.matches(NAME)
        && !taken.contains(name)
        && settings.stream().anyMatch(setting -> setting.key(name).equals(key));
  }

  private String known() {
    return settings.stream()
        .map(setting -> setting.key("").substring(prefix.length() + 1))
        .collect(Collectors.joining(", "));
  }
}
