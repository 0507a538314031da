package io.haidang.translation.fact;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.TermMatch;
import java.time.LocalDate;
import java.util.Locale;

/** The names of the glossary. Numbers inside a name are facts of their own. Immutable. */
final class ConceptReader implements FactReader {

  private final Glossary glossary;
  private final Locale language;
  private final LocalDate textDate;

  ConceptReader(Glossary glossary, Locale language, LocalDate textDate) {
    this.glossary = glossary;
    this.language = language;
    this.textDate = textDate;
  }

  @Override
  public void read(Scan scan) {
    for (TermMatch match : glossary.match(scan.text(), language, textDate)) {
      int start = match.span().start();
      int end = match.span().end();
      if (!scan.isFree(start, end)) {
        continue; // "UBND" in the number of a document.
      }
      String id = match.concept().id().value();
      scan.note(FactKind.CONCEPT, id, Precision.EXACT, true, start, end);
      scan.name(start, end);
    }
  }
}
