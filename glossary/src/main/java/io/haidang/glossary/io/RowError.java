package io.haidang.glossary.io;

/**
 * Why a row of a table or an entry of a TBX file is unusable.
 *
 * @param line of the file, from 1; for a workbook the row
 * @param column of the table or, in TBX, of the line, from 1; 0 when it is about the whole row
 * @param problem what is wrong and what was expected
 */
public record RowError(long line, int column, RowProblem problem) {

  /** What is wrong and what was expected, in English. */
  public String message() {
    return problem.message();
  }
}
