package io.haidang.glossary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing with an official name: its wordings in every language, and why they are right.
 *
 * @param id stable across releases
 * @param terms every wording; at least one, at most one preferred per language
 * @param validity the days on which the name is official
 * @param successor the concept that replaced this one, or null
 * @param source law, circular or table that the name comes from; may be empty
 * @param note for the reader; may be empty
 */
public record Concept(
    ConceptId id,
    List<Term> terms,
    Validity validity,
    @Nullable ConceptId successor,
    String source,
    String note) {

  public Concept {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(id + ".terms: (none) (expected: at least one)");
    }
  }

  /** The wordings in {@code language} with {@code status}, in the order of the source. */
  public List<Term> terms(Locale language, TermStatus status) {
    return terms.stream()
        .filter(term -> term.language().equals(language) && term.status() == status)
        .toList();
  }

  /** The name to write in {@code language}; empty when the glossary has none. */
  public Optional<Term> preferred(Locale language) {
    return terms(language, TermStatus.PREFERRED).stream().findFirst();
  }
}
