package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes as they are in force: as configured, but for what was changed since.
 *
 * @param prefix of the names of its routes, such as {@code route}
 */
public record LiveRoutes<W, S>(String prefix, RouteTable<W, S> table, RouteControls controls) {

  /** Of translations. */
  public static final String TRANSLATIONS = "route";

  /** Of forms. */
  public static final String WRITERS = "write";

  /** Routes that nobody changes. */
  public static <W, S> LiveRoutes<W, S> unchanged(RouteTable<W, S> table) {
    return new LiveRoutes<>("", table, RouteControls.NONE);
  }

  /** Names of engines in the order in which they are asked now. */
  List<String> engines(W where, S shape, Sensitivity label) {
    return inForce(table.route(where, shape, label));
  }

  /** Names of engines for texts of no particular shape. */
  List<String> engines(W where, Sensitivity label) {
    return inForce(table.route(where, label));
  }

  private List<String> inForce(Optional<Route<W, S>> route) {
    return route
        .map(found -> controls.inForce(found.name(prefix), found.engines()))
        .orElseGet(() -> controls.inForce(usual(), table.otherwise()));
  }

  /** The name of the route of texts that no other covers. */
  private String usual() {
    return prefix + ".*";
  }

  /** Every route by its name, with its engines as configured; those of all other texts last. */
  Map<String, List<String>> configured() {
    Map<String, List<String>> configured = new LinkedHashMap<>();
    table.routes().stream()
        .sorted(Comparator.comparingInt((Route<W, S> route) -> route.weight()).reversed())
        .forEach(route -> configured.put(route.name(prefix), route.engines()));
    if (!table.otherwise().isEmpty()) {
      configured.putIfAbsent(usual(), table.otherwise());
    }
    return configured;
  }
}
