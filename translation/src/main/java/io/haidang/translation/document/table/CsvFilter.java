package io.haidang.translation.document.table;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import io.haidang.translation.document.inplace.MessageText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * CSV. Each cell of a chosen column is a unit, unless it holds no words. When a column is chosen by
 * its name, the first row is a heading and stays as it is.
 */
public final class CsvFilter implements DocumentFilter {

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.CSV);
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    TextFile file = TextFile.decode(content);
    CsvReader table = CsvReader.read(file.text());
    Columns columns = Columns.of(options.columns(), table.cells());
    List<CsvCell> cells = new ArrayList<>();
    for (Cell cell : table.cells()) {
      if (columns.contains(cell) && MessageText.isRead(cell.value())) {
        cells.add(new CsvCell(cell, columns.name(cell), table.separator()));
      }
    }
    return new InPlaceSkeleton(file, cells);
  }

  /**
   * Which cells to translate.
   *
   * @param chosen numbers from 1; empty for all
   * @param headings by number, where the first row is one
   */
  private record Columns(Set<Integer> chosen, Map<Integer, String> headings) {

    static Columns of(List<String> wanted, List<Cell> cells) {
      Map<String, Integer> names = new HashMap<>();
      Map<Integer, String> headings = new HashMap<>();
      for (Cell cell : cells) {
        if (cell.row() > 1) {
          break;
        }
        names.putIfAbsent(cell.value().strip(), cell.column());
        headings.put(cell.column(), cell.value().strip());
      }
      Set<Integer> chosen = new HashSet<>();
      boolean named = false;
      for (String column : wanted) {
        Integer byName = names.get(column.strip());
        named |= byName != null;
        chosen.add(byName != null ? byName : number(column.strip(), headings.size()));
      }
      return new Columns(chosen, named ? headings : Map.of());
    }

    private static int number(String column, int most) {
      int number = column.matches("\\d{1,5}") ? Integer.parseInt(column) : 0;
      if (number < 1 || number > most) {
        throw new DocumentException(
            Reason.DAMAGED,
            "document.columns: not in the first row (expected: a name in it, or 1 to "
                + most
                + ")");
      }
      return number;
    }

    boolean contains(Cell cell) {
      boolean heading = cell.row() == 1 && !headings.isEmpty();
      return !heading && (chosen.isEmpty() || chosen.contains(cell.column()));
    }

    String name(Cell cell) {
      String column = headings.getOrDefault(cell.column(), Integer.toString(cell.column()));
      return column + " " + cell.row();
    }
  }
}
