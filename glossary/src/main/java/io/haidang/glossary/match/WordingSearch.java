package io.haidang.glossary.match;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds one wording in a text, as grammar may have changed it: another case where the wording has
 * small letters, and in English a plural or possessive ending and no leading article.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class WordingSearch {

  private final String original;
  private final NormalizedText text;
  private final String folded;
  private final boolean english;

  private WordingSearch(String original, boolean english) {
    this.original = original;
    this.text = NormalizedText.of(original);
    this.folded = text.toString();
    this.english = english;
  }

  public static WordingSearch in(String text, Locale language) {
    return new WordingSearch(text, language.getLanguage().equals("en"));
  }

  /** Every occurrence, left to right; offsets into the original text. */
  public List<TextSpan> find(String wording) {
    String sought = english ? EnglishInflector.withoutArticle(wording) : wording;
    return find(sought, english ? EnglishInflector.forms(sought) : Set.of(sought));
  }

  /** As {@link #find(String)}, but names of people and places take no plural. */
  public List<TextSpan> find(Concept concept, Term term) {
    return english
        ? find(EnglishInflector.withoutArticle(term.text()), EnglishInflector.forms(concept, term))
        : find(term.text());
  }

  /** The forms in which {@link #find(Concept, Term)} finds a term, as it is written first. */
  public static Set<String> forms(Concept concept, Term term, Locale language) {
    return language.getLanguage().equals("en")
        ? EnglishInflector.forms(concept, term)
        : Set.of(term.text());
  }

  private List<TextSpan> find(String sought, Set<String> forms) {
    List<TextSpan> spans = new ArrayList<>();
    for (String form : forms) {
      collect(form, sought, spans);
    }
    spans.sort(
        Comparator.comparingInt(TextSpan::start)
            .thenComparing(Comparator.comparingInt(TextSpan::end).reversed()));
    return spans;
  }

  private void collect(String form, String wording, List<TextSpan> spans) {
    String pattern = NormalizedText.of(form).toString();
    for (int at = folded.indexOf(pattern); at >= 0; at = folded.indexOf(pattern, at + 1)) {
      int end = at + pattern.length();
      TextSpan span = text.span(at, end);
      if (text.isBoundary(at) && text.mayEnd(end) && keepsCapitals(span, wording)) {
        spans.add(span);
      }
    }
  }

  /** Capitals of a name stay capitals; its small letters may become capitals in a heading. */
  private boolean keepsCapitals(TextSpan span, String wording) {
    String found = span.of(original);
    return found.length() < wording.length()
        ? firstIsCapital(found) || !firstIsCapital(wording)
        : capitals(found) >= capitals(wording);
  }

  private static boolean firstIsCapital(String text) {
    return Character.isUpperCase(text.codePointAt(0));
  }

  private static long capitals(String text) {
    return text.chars().filter(Character::isUpperCase).count();
  }
}
