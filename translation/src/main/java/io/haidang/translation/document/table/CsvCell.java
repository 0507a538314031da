package io.haidang.translation.document.table;

import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.InPlaceUnit;
import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.inplace.MessageText;

/** The text of a cell; quotes are put around it where there were some, or it needs them. */
final class CsvCell implements InPlaceUnit {

  private final Cell cell;
  private final String name;
  private final char separator;
  private final InlineMarkup markup;

  CsvCell(Cell cell, String name, char separator) {
    this.cell = cell;
    this.name = name;
    this.separator = separator;
    this.markup = MessageText.of(cell.value());
  }

  @Override
  public TextUnit unit() {
    return TextUnit.of(markup.text(), name);
  }

  @Override
  public void write(String translation, MergeOptions options, Edits edits) {
    if (!translation.equals(markup.text())) {
      String value = markup.write(translation, words -> words);
      edits.replace(cell.start(), cell.end(), quoted(value));
    }
  }

  private String quoted(String value) {
    boolean needed =
        cell.quoted()
            || value.isEmpty()
            || value.indexOf(separator) >= 0
            || value.indexOf('"') >= 0
            || value.indexOf('\n') >= 0
            || value.indexOf('\r') >= 0;
    return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
