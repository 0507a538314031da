package io.haidang.translation.evaluate;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.match.WordingSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for the expected names in a translation, the longest first, so that one place never counts
 * for two names. It goes by the wordings of the set, not by what a translator was told. Lives for
 * one translation.
 */
final class NameSearch {

  private static final String ARTICLE = "(?i)^the ";
  private static final String POSSESSIVE = "(?i)['’]s?$";

  private final String translation;
  private final WordingSearch text;
  private final Glossary glossary;
  private final Locale language;
  private final List<TextSpan> taken = new ArrayList<>();

  NameSearch(String translation, Glossary glossary, Locale language) {
    this.translation = translation;
    this.text = WordingSearch.in(translation, language);
    this.glossary = glossary;
    this.language = language;
  }

  /** One outcome for each name, in the same order. */
  List<NameOutcome> outcomes(List<ExpectedName> names) {
    List<Integer> longestFirst = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      longestFirst.add(i);
    }
    longestFirst.sort(
        Comparator.comparingInt((Integer i) -> names.get(i).wording().length()).reversed());
    Map<Integer, NameOutcome> outcomes = new HashMap<>();
    for (int i : longestFirst) {
      kept(names.get(i)).ifPresent(outcome -> outcomes.put(i, outcome));
    }
    List<NameOutcome> inOrder = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      NameOutcome kept = outcomes.get(i);
      inOrder.add(kept == null ? otherwise(names.get(i)) : kept);
    }
    return inOrder;
  }

  private Optional<NameOutcome> kept(ExpectedName name) {
    return take(name, new Term(language, name.wording(), TermStatus.PREFERRED))
        .map(span -> new NameOutcome(name, name.wording(), true, isExact(span, name.wording())));
  }

  /** A forbidden or short wording tells how the concept was called, if not rightly. */
  private NameOutcome otherwise(ExpectedName name) {
    String used =
        glossary.find(name.concept()).map(Concept::terms).orElse(List.of()).stream()
            .filter(term -> term.serves(language) && !term.text().equals(name.wording()))
            .filter(term -> take(name, term).isPresent())
            .map(Term::text)
            .findFirst()
            .orElse("");
    return new NameOutcome(name, used, false, false);
  }

  private Optional<TextSpan> take(ExpectedName name, Term term) {
    Optional<TextSpan> free =
        places(name, term).stream()
            .filter(span -> taken.stream().noneMatch(span::overlaps))
            .findFirst();
    free.ifPresent(taken::add);
    return free;
  }

  private List<TextSpan> places(ExpectedName name, Term term) {
    return glossary
        .find(name.concept())
        .map(concept -> text.find(concept, term))
        .orElseGet(() -> text.find(term.text()));
  }

  /** A heading in capitals has the name in capitals; a possessive ending leaves it whole. */
  private boolean isExact(TextSpan span, String wording) {
    String found = span.of(translation).replaceFirst(POSSESSIVE, "");
    String bare = wording.replaceFirst(ARTICLE, "");
    return found.equals(bare)
        || found.equals(bare.toUpperCase(language))
        || (span.start() == 0 && found.equals(capitalized(bare)));
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
