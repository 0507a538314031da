package io.haidang.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing with an official name: its wordings in every language, and why they are right. Texts
 * that are not known are empty.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param id stable across releases
 * @param terms every wording; at least one, at most one preferred per language
 * @param validity the days on which the name is official
 * @param successor the concept that replaced this one, or null
 * @param source law, circular or table that the name comes from
 * @param article the place in the source, such as {@code Article 3}
 * @param domain subject field
 * @param definition what is meant
 * @param note for the reader
 * @param translatable false when every language writes the name as the source does
 */
public record Concept(
    ConceptId id,
    List<Term> terms,
    Validity validity,
    @Nullable ConceptId successor,
    String source,
    String article,
    String domain,
    String definition,
    String note,
    boolean translatable) {

  public Concept {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(id + ".terms: (none) (expected: at least one)");
    }
    if (id.equals(successor)) {
      throw new IllegalArgumentException(id + ".successor: " + id + " (expected: another concept)");
    }
    requireOnePreferred(id, terms);
  }

  private static void requireOnePreferred(ConceptId id, List<Term> terms) {
    if (terms.size() == 1) {
      return;
    }
    Set<Locale> seen = new HashSet<>();
    for (Term term : terms) {
      if (term.status() == TermStatus.PREFERRED && !seen.add(term.language())) {
        throw new IllegalArgumentException(
            id
                + ".terms: two are preferred in "
                + term.language().toLanguageTag()
                + " (expected: at most one)");
      }
    }
  }

  /** Begins a concept without terms that is always official. */
  public static Builder builder(ConceptId id) {
    return new Builder(id);
  }

  public static Builder builder(String id) {
    return new Builder(new ConceptId(id));
  }

  /** Begins another state of this concept. */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.terms.addAll(terms);
    builder.validity = validity;
    builder.successor = successor;
    builder.source = source;
    builder.article = article;
    builder.domain = domain;
    builder.definition = definition;
    builder.note = note;
    builder.translatable = translatable;
    return builder;
  }

  /**
   * The wordings with {@code status} that a text in {@code language} may use; those of that very
   * language first, otherwise in the order of the source.
   */
  public List<Term> terms(Locale language, TermStatus status) {
    return terms.stream()
        .filter(term -> term.status() == status && term.serves(language))
        .sorted(Comparator.comparing(term -> !term.language().equals(language)))
        .toList();
  }

  /**
   * The name to write in {@code language}; empty when the glossary has none. What is not to be
   * translated has one name for every language: its first preferred term.
   */
  public Optional<Term> preferred(Locale language) {
    Optional<Term> own = terms(language, TermStatus.PREFERRED).stream().findFirst();
    return own.isPresent() || translatable ? own : anyPreferred();
  }

  private Optional<Term> anyPreferred() {
    return terms.stream().filter(term -> term.status() == TermStatus.PREFERRED).findFirst();
  }

  /** Where the name comes from, with the place in it; empty when unknown. */
  public String reference() {
    return article.isEmpty() || source.isEmpty() ? source + article : source + ", " + article;
  }

  /** Collects the parts of a concept. Not thread-safe. */
  public static final class Builder {

    private final ConceptId id;
    private final List<Term> terms = new ArrayList<>(2);
    private Validity validity = Validity.ALWAYS;
    private @Nullable ConceptId successor;
    private String source = "";
    private String article = "";
    private String domain = "";
    private String definition = "";
    private String note = "";
    private boolean translatable = true;

    private Builder(ConceptId id) {
      this.id = id;
    }

    public Builder term(Term term) {
      terms.add(term);
      return this;
    }

    /** Takes the place of all terms so far. */
    public Builder terms(List<Term> all) {
      terms.clear();
      terms.addAll(all);
      return this;
    }

    public Builder validity(Validity days) {
      validity = days;
      return this;
    }

    public Builder successor(@Nullable ConceptId concept) {
      successor = concept;
      return this;
    }

    public Builder source(String document) {
      source = document;
      return this;
    }

    public Builder article(String place) {
      article = place;
      return this;
    }

    public Builder domain(String field) {
      domain = field;
      return this;
    }

    public Builder definition(String text) {
      definition = text;
      return this;
    }

    public Builder note(String text) {
      note = text;
      return this;
    }

    public Builder translatable(boolean value) {
      translatable = value;
      return this;
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when there is no term, or two are preferred in one language
     */
    public Concept build() {
      return new Concept(
          id, terms, validity, successor, source, article, domain, definition, note, translatable);
    }
  }
}
