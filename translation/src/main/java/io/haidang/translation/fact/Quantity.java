package io.haidang.translation.fact;

import java.math.BigDecimal;

/**
 * A number while its unit is sought. Immutable.
 *
 * @param written value before any magnitude
 * @param zeros of the magnitude behind it
 * @param kind as far as it is known
 * @param unit code of the unit or currency; empty when there is none
 * @param figure whether it is written in figures
 * @param firm whether the words say nothing else
 */
record Quantity(
    BigDecimal written,
    int zeros,
    FactKind kind,
    String unit,
    boolean figure,
    boolean firm,
    int start,
    int end) {

  static Quantity inFigures(BigDecimal value, int zeros, int start, int end) {
    return new Quantity(value, zeros, FactKind.NUMBER, "", true, true, start, end);
  }

  static Quantity inWords(BigDecimal value, boolean firm, int start, int end) {
    return new Quantity(value, 0, FactKind.NUMBER, "", false, firm, start, end);
  }

  Quantity asOrdinal() {
    return with(FactKind.ORDINAL, "", start, end);
  }

  Quantity with(FactKind newKind, String newUnit, int newStart, int newEnd) {
    return new Quantity(written, zeros, newKind, newUnit, figure, firm, newStart, newEnd);
  }

  /** The same number with magnitude and unit of {@code other}. */
  Quantity like(Quantity other) {
    return new Quantity(written, other.zeros, other.kind, other.unit, figure, firm, start, end);
  }

  BigDecimal value() {
    return written.scaleByPowerOfTen(zeros);
  }

  /** Whether nothing stands behind the number. */
  boolean isBare() {
    return kind == FactKind.NUMBER && zeros == 0;
  }
}
