package io.haidang.glossary.io;

import io.haidang.glossary.Concept;
import java.util.List;

/**
 * What a file held.
 *
 * @param concepts to import, in the order of the file; empty when there are errors and all or
 *     nothing was asked for
 * @param errors rows that are unusable, in the order of the file
 * @param losses what the file says that a glossary has no place for
 * @param rows rows of a table, or concepts of a TBX file, that were read
 */
public record ImportResult(
    List<Concept> concepts, List<RowError> errors, LossReport losses, long rows) {

  public ImportResult {
    concepts = List.copyOf(concepts);
    errors = List.copyOf(errors);
  }
}
