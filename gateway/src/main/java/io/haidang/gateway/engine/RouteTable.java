package io.haidang.gateway.engine;

import io.haidang.gateway.draft.TextKind;
import java.util.Comparator;
import java.util.List;

/**
 * Which engines translate a text; without a route of its own it is the local models. Immutable.
 *
 * @param routes no two for the same texts
 */
public record RouteTable(List<Route> routes) {

  /** The models on this machine, as an engine of a route. */
  public static final String LOCAL = "local";

  public RouteTable {
    routes = List.copyOf(routes);
  }

  /** Names of engines in the order in which they are asked, at least one. */
  List<String> engines(TextKind kind) {
    return routes.stream()
        .filter(route -> route.covers(kind))
        .max(Comparator.comparingInt(Route::weight))
        .map(Route::engines)
        .orElse(List.of(LOCAL));
  }
}
