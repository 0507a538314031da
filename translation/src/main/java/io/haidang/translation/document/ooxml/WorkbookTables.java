package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.packed.PackedFile;
import io.haidang.translation.document.packed.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables inside sheets. Their columns bear the names that stand in their first cells, and formulas
 * may call them by these names.
 */
final class WorkbookTables {

  static final String TYPE = ".spreadsheetml.table+xml";

  /** A name in brackets; a number there means another workbook. */
  private static final Pattern FORMULA_WITH_COLUMN =
      Pattern.compile(
          "<(?:\\w+:)?(?:f|calculatedColumnFormula|totalsRowFormula)\\b[^>]*>[^<\\[]*\\[[^\\d\\]]");

  private WorkbookTables() {}

  /** Names that have to stay as they are, since formulas do; none when no formula uses any. */
  static Set<String> columnsInFormulas(PackedFile file, ContentTypes types) {
    List<String> tables = types.parts(TYPE);
    Stream<String> formulas =
        Stream.concat(types.parts(".worksheet+xml").stream(), tables.stream());
    Set<String> columns = new HashSet<>();
    if (!tables.isEmpty()
        && formulas.anyMatch(name -> FORMULA_WITH_COLUMN.matcher(file.xml(name).text()).find())) {
      for (String table : tables) {
        new OfficeReader(file.xml(table)).read().stream().map(Region::text).forEach(columns::add);
      }
    }
    return columns;
  }
}
