package io.haidang.glossary.io;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes of the file, and of everything that is packed in it
 * @param rows rows of a table, concepts of a TBX file
 * @param columns cells of a row, terms of a concept
 * @param characters of one cell or element
 * @param errors after which reading ends
 */
public record ImportLimits(long bytes, int rows, int columns, int characters, int errors) {

  /** For lists of some hundred thousand terms. */
  public static final ImportLimits STANDARD =
      new ImportLimits(128L << 20, 500_000, 200, 20_000, 1_000);

  public ImportLimits {
    if (bytes < 1 || rows < 1 || columns < 1 || characters < 1 || errors < 1) {
      throw new IllegalArgumentException("limits: not positive (expected: 1 or more each)");
    }
  }
}
