package io.haidang.translation.fact;

/** What a fact is about, and how its value is written. */
public enum FactKind {
  /** A number without a unit: {@code 1234.5}. */
  NUMBER,
  /** {@code 12.5%}. */
  PERCENTAGE,
  /** Money, in full, with the ISO 4217 code: {@code 1234500000000 VND}. */
  AMOUNT,
  /** A number with a unit, in the unit of the text: {@code 12 ha}, {@code 5 year}. */
  MEASURE,
  /**
   * A day or a longer time, as far as the text says it: {@code 2026-05-12}, {@code --05-12} without
   * a year, {@code ---12} a day alone, {@code 2026-05}, {@code --05}, {@code 2026}, {@code 199X} a
   * decade, {@code 2026-Q2} and {@code --Q2} a quarter, {@code 2026-H1} a half, {@code 2026-M9} its
   * first nine months.
   */
  DATE,
  /** A time of day: {@code 08:30}. */
  TIME,
  /** A place in a row: {@code 14}. */
  ORDINAL,
  /** Number of a document or a telephone, address of a page or a mailbox; as written, no spaces. */
  REFERENCE,
  /** The id of a concept of the glossary. */
  CONCEPT,
  /**
   * A proper name that is not in the glossary, small and without diacritics: {@code lach huyen}.
   */
  NAME,
  /** What a person is: {@code chair}. */
  TITLE,
  /** {@code FDI}. */
  ABBREVIATION,
  /** That something is not so: {@code not}. */
  NEGATION;

  /** Whether the value begins with a number. */
  public boolean isQuantity() {
    return this == NUMBER
        || this == PERCENTAGE
        || this == AMOUNT
        || this == MEASURE
        || this == ORDINAL;
  }
}
