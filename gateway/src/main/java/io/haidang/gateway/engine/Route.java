package io.haidang.gateway.engine;

import io.haidang.gateway.PublicName;
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

  /**
   * As the configuration calls it, such as {@code route.vi-en.html}, or {@code route.*} for all
   * texts.
   *
   * @param prefix of routes of its kind
   */
  String name(String prefix) {
    String name = String.join(".", prefix, text(where), text(shape), text(sensitivity));
    String any = prefix + ".*";
    String shortened = name.replaceFirst("(\\.\\*)+$", "");
    return shortened.equals(prefix) ? any : shortened;
  }

  private static String text(@Nullable Object part) {
    if (part == null) {
      return "*";
    }
    return part instanceof Enum<?> constant ? PublicName.of(constant) : part.toString();
  }

  /** Whether both are for the same texts. */
  public boolean isTwinOf(Route<W, S> other) {
    return equals(new Route<>(other.where, other.shape, other.sensitivity, engines));
  }
}
