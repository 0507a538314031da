package io.haidang.gateway.terms;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds official names for a reader: as typed first, then without regard to diacritics.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O; time grows with the glossary.
 */
public final class ConceptSearch {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Between the wordings of a concept; no query has it. */
  private static final char GAP = '\n';

  private final Glossary glossary;
  private final List<Entry> entries;

  private record Entry(Concept concept, String exact, String folded) {}

  private ConceptSearch(Glossary glossary) {
    this.glossary = glossary;
    this.entries = glossary.concepts().stream().map(ConceptSearch::entry).toList();
  }

  /** Prepares a glossary to be searched more than once. */
  public static ConceptSearch in(Glossary glossary) {
    return new ConceptSearch(glossary);
  }

  Glossary glossary() {
    return glossary;
  }

  /** Concepts with a wording that contains {@code query}; all of them for a blank one. */
  public List<Concept> find(String query) {
    String exact = exact(query);
    String folded = folded(exact);
    List<Concept> found = new ArrayList<>();
    List<Concept> alike = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.exact().contains(exact)) {
        found.add(entry.concept());
      } else if (entry.folded().contains(folded)) {
        alike.add(entry.concept());
      }
    }
    found.addAll(alike);
    return found;
  }

  private static Entry entry(Concept concept) {
    StringBuilder wordings = new StringBuilder();
    for (Term term : concept.terms()) {
      wordings.append(exact(term.text())).append(GAP);
    }
    String exact = wordings.toString();
    return new Entry(concept, exact, folded(exact));
  }

  private static String exact(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  private static String folded(String exact) {
    return MARKS
        .matcher(Normalizer.normalize(exact.replace('đ', 'd'), Normalizer.Form.NFD))
        .replaceAll("");
  }
}
