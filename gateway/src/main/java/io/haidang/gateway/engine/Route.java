package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TextKind;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engines for some texts, in the order in which they are asked.
 *
 * @param pair null for every direction
 * @param format null for every format
 * @param sensitivity null for every label
 * @param engines {@link RouteTable#LOCAL} and names of providers; at least one
 */
public record Route(
    @Nullable LanguagePair pair,
    @Nullable DocumentFormat format,
    @Nullable Sensitivity sensitivity,
    List<String> engines) {

  public Route {
    engines = List.copyOf(engines);
    if (engines.isEmpty()) {
      throw new IllegalArgumentException("route.engines: (none) (expected: at least one)");
    }
  }

  boolean covers(TextKind kind) {
    return (pair == null || pair.equals(kind.pair()))
        && (format == null || format == kind.format())
        && (sensitivity == null || sensitivity == kind.sensitivity());
  }

  /** Of two routes for one text the more particular goes first; the direction weighs most. */
  int weight() {
    return (pair == null ? 0 : 4) + (format == null ? 0 : 2) + (sensitivity == null ? 0 : 1);
  }

  /** Whether both are for the same texts. */
  public boolean isTwinOf(Route other) {
    return equals(new Route(other.pair, other.format, other.sensitivity, engines));
  }
}
