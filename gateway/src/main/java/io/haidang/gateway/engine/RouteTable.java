package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import java.util.Comparator;
import java.util.List;

/**
 * Which engines serve a text. Immutable.
 *
 * @param <W> by which language or direction routes differ
 * @param <S> by which shape of a text they differ
 * @param routes no two for the same texts
 * @param otherwise the engines of texts that no route covers; may be none
 */
public record RouteTable<W, S>(List<Route<W, S>> routes, List<String> otherwise) {

  /** The models on this machine, as an engine of a route. */
  public static final String LOCAL = "local";

  /** Sentences of the text itself, as a writer of a route. */
  public static final String EXTRACTIVE = "extractive";

  public RouteTable {
    routes = List.copyOf(routes);
    otherwise = List.copyOf(otherwise);
  }

  /** Names of engines in the order in which they are asked. */
  List<String> engines(W where, S shape, Sensitivity label) {
    return routes.stream()
        .filter(route -> route.covers(where, shape, label))
        .max(Comparator.comparingInt(Route::weight))
        .map(Route::engines)
        .orElse(otherwise);
  }

  /** Names of engines for texts of no particular shape. */
  List<String> engines(W where, Sensitivity label) {
    return routes.stream()
        .filter(route -> route.coversAnyShape(where, label))
        .max(Comparator.comparingInt(Route::weight))
        .map(Route::engines)
        .orElse(otherwise);
  }
}
