package io.haidang.glossary.io;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes the rows of {@link GlossaryCsv} and counts what they have no place for. */
final class ShortCsvWriter {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Map<ConceptId, String> names;
  private final LossReport.Counter losses = new LossReport.Counter();

  ShortCsvWriter(Collection<Concept> concepts) {
    names = concepts.stream().collect(Collectors.toMap(Concept::id, ShortCsvWriter::name));
  }

  LossReport losses() {
    return losses.report();
  }

  /** A concept without a name in both languages has no row. */
  void write(Concept concept, CSVPrinter rows) throws IOException {
    TermStatus status = status(concept);
    List<Term> vietnamese = concept.terms(VIETNAMESE, status);
    List<Term> english = concept.terms(Locale.ENGLISH, status);
    if (vietnamese.isEmpty() || english.isEmpty()) {
      losses.lost("concept without vi and en");
      return;
    }
    String abbreviations = joined(concept, TermStatus.ABBREVIATION);
    String forbidden = joined(concept, TermStatus.FORBIDDEN);
    countLosses(concept, vietnamese.get(0), english.get(0));
    rows.printRecord(
        vietnamese.get(0).text(),
        english.get(0).text(),
        abbreviations,
        text(concept.validity().from()),
        text(concept.validity().to()),
        Values.name(status),
        forbidden,
        concept.source(),
        concept.note(),
        successor(concept));
  }

  private static String name(Concept concept) {
    List<Term> terms = concept.terms(VIETNAMESE, status(concept));
    return terms.isEmpty() ? "" : terms.get(0).text();
  }

  /** That of the names themselves; a row has one. */
  private static TermStatus status(Concept concept) {
    return concept.terms().get(0).status();
  }

  private static String joined(Concept concept, TermStatus status) {
    return concept.terms(Locale.ENGLISH, status).stream()
        .map(Term::text)
        .collect(Collectors.joining(";"));
  }

  private void countLosses(Concept concept, Term vietnamese, Term english) {
    for (Term term : concept.terms()) {
      boolean isName = term.equals(vietnamese) || term.equals(english);
      boolean isListed =
          term.language().equals(Locale.ENGLISH)
              && (term.status() == TermStatus.ABBREVIATION
                  || term.status() == TermStatus.FORBIDDEN);
      lostIf(!isName && !isListed, "term");
      lostIf(!term.reason().isEmpty(), "reason");
      lostIf(term.caseRule() != CaseRule.NAME, "case");
      lostIf(term.firstMention() != FirstMention.WHEN_USED, "first_mention");
    }
    lostIf(!concept.article().isEmpty(), "article");
    lostIf(!concept.domain().isEmpty(), "domain");
    lostIf(!concept.definition().isEmpty(), "definition");
    lostIf(!concept.translatable(), "translate");
  }

  private void lostIf(boolean isLost, String field) {
    if (isLost) {
      losses.lost(field);
    }
  }

  private String successor(Concept concept) {
    ConceptId id = concept.successor();
    String name = id == null ? "" : names.getOrDefault(id, "");
    lostIf(id != null && name.isEmpty(), "successor");
    return name;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
