package io.haidang.translation.evaluate;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.match.WordingSearch;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sentence, its translation, and what became of its names.
 *
 * @param sentence what was translated
 * @param translated what came out, with its findings and where it came from
 * @param names one outcome for each expected name, in the same order
 * @param forbidden forbidden wordings in the translation
 * @param inserted names of the list that the translator was given, in the translation although
 *     neither the sentence nor its reference has them
 * @param own official names in the translation that do not belong there and that nobody gave
 */
public record SentenceOutcome(
    EvaluationSentence sentence,
    TranslatedSegment translated,
    List<NameOutcome> names,
    List<String> forbidden,
    List<String> inserted,
    List<String> own) {

  public SentenceOutcome {
    names = List.copyOf(names);
    forbidden = List.copyOf(forbidden);
    inserted = List.copyOf(inserted);
    own = List.copyOf(own);
  }

  /**
   * Judges a translation.
   *
   * @param official the official list, which decides what is right
   * @param given the list that the translator was given
   */
  static SentenceOutcome of(
      EvaluationSentence sentence,
      TranslatedSegment translated,
      Glossary official,
      Glossary given,
      Locale language) {
    String translation = InlineCodes.strip(translated.target());
    List<String> forbidden = new ArrayList<>();
    List<String> inserted = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (TermMatch match : official.match(translation, language, sentence.date())) {
      if (match.term().status() == TermStatus.FORBIDDEN) {
        forbidden.add(match.term().text());
      } else if (!belongs(match, sentence, language)) {
        boolean wasGiven = given.find(match.concept().id()).isPresent();
        (wasGiven ? inserted : own).add(match.term().text());
      }
    }
    return new SentenceOutcome(
        sentence,
        translated,
        new NameSearch(translation, official, language).outcomes(sentence.names()),
        forbidden,
        inserted,
        own);
  }

  /** A part of an expected name belongs to the sentence too. */
  private static boolean belongs(TermMatch match, EvaluationSentence sentence, Locale language) {
    Stream<String> texts =
        Stream.concat(
            Stream.of(sentence.reference()), sentence.names().stream().map(ExpectedName::wording));
    Term term = match.term();
    return texts.anyMatch(
        text -> !WordingSearch.in(text, language).find(match.concept(), term).isEmpty());
  }

  /** The translation without inline codes. */
  public String translation() {
    return InlineCodes.strip(translated.target());
  }

  /** Whether every expected name is there. */
  public boolean keepsEveryName() {
    return names.stream().allMatch(NameOutcome::kept);
  }
}
