package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

  /** The route of some texts; empty when none covers them. */
  Optional<Route<W, S>> route(W where, S shape, Sensitivity label) {
    return heaviest(route -> route.covers(where, shape, label));
  }

  /** The route of texts of no particular shape. */
  Optional<Route<W, S>> route(W where, Sensitivity label) {
    return heaviest(route -> route.coversAnyShape(where, label));
  }

  private Optional<Route<W, S>> heaviest(Predicate<Route<W, S>> isFit) {
    return routes.stream().filter(isFit).max(Comparator.comparingInt(Route::weight));
  }
}
