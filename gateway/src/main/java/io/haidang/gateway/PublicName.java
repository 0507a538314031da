package io.haidang.gateway;

import java.util.Locale;

/** Constants as the outside world reads them: in the API, in the event log, in documents. */
public final class PublicName {

  private PublicName() {}

  /** Such as {@code in-review} for {@code IN_REVIEW}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant that has a name.
   *
   * @throws IllegalArgumentException when {@code type} has none of that name
   */
  public static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
