package io.haidang.translation.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Units of which one is a whole number of others: 1 ha is 10,000 m². */
final class Units {

  private record Size(String base, BigDecimal factor) {}

  private static final Map<String, Size> SIZES =
      Map.ofEntries(
          size("mm", "mm", 1),
          size("cm", "mm", 10),
          size("m", "mm", 1000),
          size("km", "mm", 1_000_000),
          size("m2", "m2", 1),
          size("ha", "m2", 10_000),
          size("km2", "m2", 1_000_000),
          size("g", "g", 1),
          size("kg", "g", 1000),
          size("t", "g", 1_000_000),
          size("kW", "kW", 1),
          size("MW", "kW", 1000),
          size("GW", "kW", 1_000_000),
          size("kWh", "kWh", 1),
          size("MWh", "kWh", 1000),
          size("GWh", "kWh", 1_000_000));

  private Units() {}

  private static Map.Entry<String, Size> size(String unit, String base, long factor) {
    return Map.entry(unit, new Size(base, BigDecimal.valueOf(factor)));
  }

  /** Whether both are the same quantity, in whatever units. */
  static boolean same(BigDecimal one, String unit, BigDecimal other, String otherUnit) {
    if (unit.equals(otherUnit)) {
      return one.compareTo(other) == 0;
    }
    Optional<Size> size = Optional.ofNullable(SIZES.get(unit));
    Optional<Size> otherSize = Optional.ofNullable(SIZES.get(otherUnit));
    return size.isPresent()
        && otherSize.isPresent()
        && size.get().base().equals(otherSize.get().base())
        && one.multiply(size.get().factor()).compareTo(other.multiply(otherSize.get().factor()))
            == 0;
  }
}
