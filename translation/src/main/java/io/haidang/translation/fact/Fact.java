package io.haidang.translation.fact;

import io.haidang.glossary.TextSpan;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something that a text states, and where.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param kind what it is about
 * @param value in no language; how it is written depends on the kind, see {@link FactKind}
 * @param precision how exactly a quantity is meant
 * @param firm false where the words may say something else ("năm" is five and year): such a reading
 *     supports other facts but is never demanded
 * @param segment number of the segment, from 0
 * @param span where in the segment, in UTF-16 units
 * @param wording as the text has it
 */
public record Fact(
    FactKind kind,
    String value,
    Precision precision,
    boolean firm,
    int segment,
    TextSpan span,
    String wording) {

  public Fact {
    if (value.isBlank()) {
      throw new IllegalArgumentException("fact.value: (blank) (expected: a value)");
    }
    if (segment < 0) {
      throw new IllegalArgumentException("fact.segment: " + segment + " (expected: 0 or more)");
    }
  }

  /** Stable, and the same for the same fact in every language: {@code DATE 2026-05-12}. */
  public String key() {
    return kind + " " + value;
  }

  /** The number of a quantity, whatever its unit; empty for other facts. */
  public Optional<BigDecimal> number() {
    if (!kind.isQuantity()) {
      return Optional.empty();
    }
    int end = 0;
    while (end < value.length() && value.charAt(end) != ' ' && value.charAt(end) != '%') {
      end++;
    }
    return Optional.of(new BigDecimal(value.substring(0, end)));
  }

  /** The code of the currency or the unit, {@code %} for a percentage; empty when there is none. */
  public String unit() {
    if (kind == FactKind.PERCENTAGE) {
      return "%";
    }
    int space = value.indexOf(' ');
    return (kind == FactKind.AMOUNT || kind == FactKind.MEASURE) && space > 0
        ? value.substring(space + 1)
        : "";
  }
}
