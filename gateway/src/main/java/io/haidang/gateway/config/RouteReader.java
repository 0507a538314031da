package io.haidang.gateway.config;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.engine.Route;
import io.haidang.gateway.engine.RouteTable;
import io.haidang.models.ModelDescriptor.Locality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code route.PAIR.FORMAT.SENSITIVITY} and {@code write.LANGUAGE.FORM.SENSITIVITY}. Not
 * thread-safe; used once.
 *
 * @param <W> what the first part of a key means
 * @param <S> what the second part means
 */
final class RouteReader<W, S> {

  /** The keys as the documentation writes them. */
  static final List<String> FORMS =
      List.of("route.PAIR.FORMAT.SENSITIVITY", "write.LANGUAGE.FORM.SENSITIVITY");

  private static final String ANY = "*";

  private final RouteSyntax<W, S> syntax;
  private final ConfigFile file;
  private final ConfigErrors errors;
  private final Set<String> names;

  /**
   * A reader.
   *
   * @param names of all providers, whole or not
   */
  RouteReader(RouteSyntax<W, S> syntax, ConfigFile file, ConfigErrors errors, Set<String> names) {
    this.syntax = syntax;
    this.file = file;
    this.errors = errors;
    this.names = names;
  }

  /** Whether some reader reads a key. */
  static boolean reads(String key) {
    return FORMS.stream()
        .anyMatch(form -> key.startsWith(form.substring(0, form.indexOf('.') + 1)));
  }

  /**
   * All routes.
   *
   * @param otherwise the engines of texts that no route covers
   */
  RouteTable<W, S> read(List<String> otherwise) {
    List<Route<W, S>> routes = new ArrayList<>();
    for (String key : file.keys()) {
      ConfigFile.Entry entry = file.get(key);
      if (syntax.reads(key) && entry != null) {
        route(key, entry).ifPresent(route -> addNew(routes, route, key, entry.line()));
      }
    }
    return new RouteTable<>(routes, otherwise);
  }

  private void addNew(List<Route<W, S>> routes, Route<W, S> route, String key, int line) {
    if (routes.stream().anyMatch(route::isTwinOf)) {
      errors.add(key, "given twice", "one route for the same texts", line);
    }
    routes.add(route);
  }

  private Optional<Route<W, S>> route(String key, ConfigFile.Entry entry) {
    String[] parts = (key.substring(syntax.prefix().length()) + ".*.*").split("\\.", -1);
    int given = parts.length - 2;
    Optional<W> where = syntax.where().apply(parts[0]);
    Optional<S> shape = syntax.shape().apply(parts[1]);
    Optional<Sensitivity> sensitivity = constant(Sensitivity.values(), parts[2]);
    if (given > 3
        || (where.isEmpty() && !parts[0].equals(ANY))
        || (shape.isEmpty() && !parts[1].equals(ANY))
        || (sensitivity.isEmpty() && !parts[2].equals(ANY))) {
      errors.add(key, "unknown", syntax.form(), entry.line());
      return Optional.empty();
    }
    List<String> engines = Arrays.stream(entry.value().split(",", -1)).map(String::strip).toList();
    Optional<String> expected = expected(engines, where.orElse(null), sensitivity.orElse(null));
    if (expected.isPresent()) {
      String value = entry.value().isBlank() ? "(missing)" : entry.value().strip();
      errors.add(key, value, expected.get(), entry.line());
      return Optional.empty();
    }
    return Optional.of(
        new Route<>(where.orElse(null), shape.orElse(null), sensitivity.orElse(null), engines));
  }

  /** What the list of engines should have been; empty when it is in order. */
  private Optional<String> expected(
      List<String> engines, @Nullable W where, @Nullable Sensitivity sensitivity) {
    boolean known =
        engines.stream().allMatch(name -> syntax.own().contains(name) || names.contains(name));
    String own = syntax.own().stream().sorted().collect(Collectors.joining(", "));
    if (!known || new HashSet<>(engines).size() < engines.size()) {
      return Optional.of(own + " and names of providers, each once: " + names);
    }
    boolean atHome = sensitivity != null && sensitivity.reach() == Locality.LOCAL;
    if (atHome && !syntax.own().containsAll(engines)) {
      return Optional.of(own + "; internal and secret texts never leave this machine");
    }
    return syntax.fault().apply(engines, where);
  }

  /** The constant with this public name; empty when none has it. */
  static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
    return Stream.of(values).filter(value -> PublicName.of(value).equals(name)).findFirst();
  }
}
