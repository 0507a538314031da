package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.summarization.Form;
import io.haidang.summarization.rewrite.Rewriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Knows who words texts better in their own language: the providers that word forms of any kind in
 * it, for texts that may leave.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class RewriteEngines {

  private final LiveRoutes<Locale, Form> routes;
  private final Function<String, Rewriter> writers;
  private final Map<String, Rewriter> made = new ConcurrentHashMap<>();

  /**
   * Rewriters by the names of providers.
   *
   * @param routes of writers
   * @param writers the rewriter over a provider
   */
  public RewriteEngines(LiveRoutes<Locale, Form> routes, Function<String, Rewriter> writers) {
    this.routes = routes;
    this.writers = writers;
  }

  /** Who rewrites such texts, in the order in which they are asked; perhaps nobody. */
  List<Rewriter> rewriters(Locale language, Sensitivity label) {
    if (label.reach() != Locality.REMOTE) {
      return List.of();
    }
    Locale base = Locale.forLanguageTag(language.getLanguage());
    return routes.engines(base, label).stream()
        .filter(name -> !name.equals(RouteTable.LOCAL) && !name.equals(RouteTable.EXTRACTIVE))
        .map(name -> made.computeIfAbsent(name, writers))
        .toList();
  }
}
