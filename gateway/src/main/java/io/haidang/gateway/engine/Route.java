package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engines for some texts, in the order in which they are asked.
 *
 * @param <W> such as a direction of translation
 * @param <S> such as a format
 * @param where null for every language or direction
 * @param shape null for every format or form
 * @param sensitivity null for every label
 * @param engines {@link RouteTable#LOCAL} and names of providers; at least one
 */
public record Route<W, S>(
    @Nullable W where, @Nullable S shape, @Nullable Sensitivity sensitivity, List<String> engines) {

  public Route {
    engines = List.copyOf(engines);
    if (engines.isEmpty()) {
      throw new IllegalArgumentException("route.engines: (none) (expected: at least one)");
    }
  }

  boolean covers(W asked, S form, Sensitivity label) {
    return (where == null || where.equals(asked))
        && (shape == null || shape.equals(form))
        && (sensitivity == null || sensitivity == label);
  }

  /** Whether it covers the texts whatever their shape. */
  boolean coversAnyShape(W asked, Sensitivity label) {
    return (where == null || where.equals(asked))
        && shape == null
        && (sensitivity == null || sensitivity == label);
  }

  /** Of two routes for one text the more particular goes first; the language weighs most. */
  int weight() {
    return (where == null ? 0 : 4) + (shape == null ? 0 : 2) + (sensitivity == null ? 0 : 1);
  }

  /** Whether both are for the same texts. */
  public boolean isTwinOf(Route<W, S> other) {
    return equals(new Route<>(other.where, other.shape, other.sensitivity, engines));
  }
}
