package io.haidang.gateway.config;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.engine.Route;
import io.haidang.gateway.engine.RouteTable;
import io.haidang.models.LanguagePair;
import io.haidang.models.remote.Provider;
import io.haidang.translation.document.DocumentFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code route.PAIR.FORMAT.SENSITIVITY}. Not thread-safe; used once. */
final class RouteReader {

  static final String PREFIX = "route.";

  /** The key as the documentation writes it. */
  static final String FORM = "route.PAIR.FORMAT.SENSITIVITY";

  private static final String ANY = "*";
  private static final String FORM_OF_KEY =
      "route. and a direction or *, then at will a format (.plain, .docx) or .*, then .public, .internal,"
          + " .secret or .*";

  private final ConfigFile file;
  private final ConfigErrors errors;
  private final List<Provider> providers;
  private final Set<String> names;

  /**
   * A reader.
   *
   * @param providers those that are whole
   * @param names of all, whole or not
   */
  RouteReader(ConfigFile file, ConfigErrors errors, List<Provider> providers, Set<String> names) {
    this.file = file;
    this.errors = errors;
    this.providers = providers;
    this.names = names;
  }

  static boolean reads(String key) {
    return key.startsWith(PREFIX);
  }

  RouteTable read() {
    List<Route> routes = new ArrayList<>();
    for (String key : file.keys()) {
      ConfigFile.Entry entry = file.get(key);
      if (reads(key) && entry != null) {
        route(key, entry).ifPresent(route -> addNew(routes, route, key, entry.line()));
      }
    }
    return new RouteTable(routes);
  }

  private void addNew(List<Route> routes, Route route, String key, int line) {
    if (routes.stream().anyMatch(route::isTwinOf)) {
      errors.add(key, "given twice", "one route for the same texts", line);
    }
    routes.add(route);
  }

  private Optional<Route> route(String key, ConfigFile.Entry entry) {
    String[] parts = (key.substring(PREFIX.length()) + ".*.*").split("\\.", -1);
    int given = parts.length - 2;
    Optional<LanguagePair> pair = PairText.parse(parts[0]);
    Optional<DocumentFormat> format = constant(DocumentFormat.values(), parts[1]);
    Optional<Sensitivity> sensitivity = constant(Sensitivity.values(), parts[2]);
    if (given > 3
        || (pair.isEmpty() && !parts[0].equals(ANY))
        || (format.isEmpty() && !parts[1].equals(ANY))
        || (sensitivity.isEmpty() && !parts[2].equals(ANY))) {
      errors.add(key, "unknown", FORM_OF_KEY, entry.line());
      return Optional.empty();
    }
    List<String> engines = Arrays.stream(entry.value().split(",", -1)).map(String::strip).toList();
    Optional<String> expected = expected(engines, pair.orElse(null), sensitivity.orElse(null));
    if (expected.isPresent()) {
      String value = entry.value().isBlank() ? "(missing)" : entry.value().strip();
      errors.add(key, value, expected.get(), entry.line());
      return Optional.empty();
    }
    return Optional.of(
        new Route(pair.orElse(null), format.orElse(null), sensitivity.orElse(null), engines));
  }

  /** What the list of engines should have been; empty when it is in order. */
  private Optional<String> expected(
      List<String> engines, @Nullable LanguagePair pair, @Nullable Sensitivity sensitivity) {
    boolean known =
        engines.stream().allMatch(name -> name.equals(RouteTable.LOCAL) || names.contains(name));
    if (!known || new HashSet<>(engines).size() < engines.size()) {
      return Optional.of("local and names of providers, each once: " + names);
    }
    boolean atHome = sensitivity == Sensitivity.INTERNAL || sensitivity == Sensitivity.SECRET;
    if (atHome && !engines.equals(List.of(RouteTable.LOCAL))) {
      return Optional.of("local; internal and secret texts never leave this machine");
    }
    return providers.stream()
        .filter(provider -> engines.contains(provider.name()))
        .filter(provider -> pair != null && !provider.pairs().contains(pair))
        .findFirst()
        .map(provider -> "engines for " + pair + "; see provider." + provider.name() + ".pairs");
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
    return Arrays.stream(values).filter(value -> PublicName.of(value).equals(name)).findFirst();
  }
}
