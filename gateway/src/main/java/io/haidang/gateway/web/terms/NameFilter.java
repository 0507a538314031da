package io.haidang.gateway.web.terms;

import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Which official names a reader wants to see.
 *
 * @param query as typed; empty for any
 * @param days on which the names are official
 * @param language tag of a language that the concept has a wording in; empty for any
 */
record NameFilter(String query, Days days, String language) {

  private static final int MAX_QUERY = 200;
  private static final int MAX_TAG = 35;

  /** Which days count. */
  enum Days {
    ALL,
    /** Official today. */
    OFFICIAL,
    /** Official once, or not yet. */
    ENDED,
    /** In no release any more. */
    RETIRED
  }

  static NameFilter of(WebRequest request) {
    return new NameFilter(
        cut(request.parameter("q"), MAX_QUERY).strip(),
        days(request.parameter("days")),
        cut(request.parameter("language"), MAX_TAG).strip());
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private static Days days(String name) {
    for (Days days : Days.values()) {
      if (days.name().toLowerCase(Locale.ROOT).equals(name)) {
        return days;
      }
    }
    return Days.ALL;
  }

  boolean takes(Concept concept, LocalDate today) {
    return isOfThoseDays(concept, today) && isInTheLanguage(concept);
  }

  /** Whether a wording contains the query, for concepts that no release holds. */
  boolean finds(Concept concept) {
    String wanted = query.toLowerCase(Locale.ROOT);
    return concept.terms().stream()
        .anyMatch(term -> term.text().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private boolean isOfThoseDays(Concept concept, LocalDate today) {
    return switch (days) {
      case ALL, RETIRED -> true;
      case OFFICIAL -> concept.validity().contains(today);
      case ENDED -> !concept.validity().contains(today);
    };
  }

  private boolean isInTheLanguage(Concept concept) {
    return language.isEmpty()
        || concept.terms().stream()
            .map(Term::language)
            .anyMatch(each -> each.toLanguageTag().equals(language));
  }

  /** The language to show beside Vietnamese: the one that was asked for, else English. */
  Locale otherLanguage() {
    Locale asked = Locale.forLanguageTag(language);
    return asked.getLanguage().isEmpty() || asked.getLanguage().equals("vi")
        ? Locale.ENGLISH
        : asked;
  }

  /** The address of the list, without the page. */
  String address() {
    return address(days);
  }

  /** The same search among the names of other days. */
  String address(Days others) {
    return "/glossary?q="
        + ConceptLink.encoded(query)
        + "&days="
        + others.name().toLowerCase(Locale.ROOT)
        + "&language="
        + ConceptLink.encoded(language);
  }
}
