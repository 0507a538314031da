package io.haidang.translation.document.table;

/**
 * A cell in its file.
 *
 * @param row from 1
 * @param column from 1
 * @param start of what stands between the separators, with its quotes
 * @param end first unit after it
 * @param value without quotes
 */
record Cell(int row, int column, int start, int end, boolean quoted, String value) {}
