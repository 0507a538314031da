package io.haidang.translation.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Whether one fact tells another. */
final class Support {

  private static final BigDecimal NEAR = new BigDecimal("0.15");

  private Support() {}

  /** Whether who knows {@code known} may state {@code claim}. */
  static boolean tells(Fact known, Fact claim) {
    if (known.kind() == claim.kind() && known.value().equals(claim.value())) {
      return true;
    }
    if (claim.kind() == FactKind.DATE && known.kind() == FactKind.DATE) {
      return Dates.tells(known.value(), claim.value());
    }
    if (claim.kind().isQuantity() && known.kind().isQuantity()) {
      return fits(known, claim) && (sameNumber(known, claim) || rounds(known, claim));
    }
    return sameYear(known, claim);
  }

  /** A unit may be left out, but not made up. */
  private static boolean fits(Fact known, Fact claim) {
    if (claim.kind() == FactKind.PERCENTAGE || known.kind() == FactKind.PERCENTAGE) {
      return claim.kind() == known.kind();
    }
    return claim.unit().isEmpty()
        || claim.unit().equals(known.unit())
        || (claim.kind() == FactKind.MEASURE && known.kind() == FactKind.MEASURE);
  }

  /** Whether both are one number, in whatever units; a missing unit fits every unit. */
  static boolean sameNumber(Fact one, Fact other) {
    BigDecimal number = one.number().orElseThrow();
    BigDecimal another = other.number().orElseThrow();
    String unit = one.unit();
    String otherUnit = other.unit();
    return (unit.isEmpty() || otherUnit.isEmpty())
        ? number.compareTo(another) == 0
        : Units.same(number, unit, another, otherUnit);
  }

  /** "about 30" for 29.7, "more than 29" and "nearly 30" for the same; never a bare "30". */
  private static boolean rounds(Fact known, Fact claim) {
    BigDecimal exact = known.number().orElseThrow();
    BigDecimal round = claim.number().orElseThrow();
    if (claim.precision() == Precision.EXACT
        || exact.signum() == 0
        || !(claim.unit().isEmpty() || claim.unit().equals(known.unit()))) {
      return false;
    }
    return switch (claim.precision()) {
      case ABOUT -> isRounded(exact, round);
      case OVER -> exact.compareTo(round) > 0 && isNear(exact, round);
      case UNDER -> exact.compareTo(round) < 0 && isNear(exact, round);
      case EXACT -> false;
    };
  }

  private static boolean isRounded(BigDecimal exact, BigDecimal round) {
    int digits = Math.max(1, round.stripTrailingZeros().precision());
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_UP));
    return rounded.compareTo(round) == 0;
  }

  private static boolean isNear(BigDecimal exact, BigDecimal round) {
    return exact.subtract(round).abs().compareTo(exact.abs().multiply(NEAR)) <= 0;
  }

  private static boolean sameYear(Fact known, Fact claim) {
    return isYear(known, claim) || isYear(claim, known);
  }

  private static boolean isYear(Fact date, Fact number) {
    return date.kind() == FactKind.DATE
        && (number.kind() == FactKind.NUMBER || number.kind() == FactKind.ORDINAL)
        && date.value().length() == 4
        && date.value().equals(number.value());
  }
}
