package io.haidang.translation.evaluate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence whose official names are known.
 *
 * @param id unique within its set
 * @param share the part of the set that it belongs to, such as {@code held-out}
 * @param date of the text
 * @param kind what makes it special, such as {@code heading}
 * @param source in the language of the set's names
 * @param names every official name in it, in reading order; one that occurs twice is listed twice
 * @param ordinary a word of it that is no name, and its translation; null when none is given
 * @param reference a person's translation
 */
public record EvaluationSentence(
    String id,
    String share,
    LocalDate date,
    String kind,
    String source,
    List<ExpectedName> names,
    @Nullable OrdinaryWord ordinary,
    String reference) {

  public EvaluationSentence {
    names = List.copyOf(names);
  }

  /**
   * A word that the list of official names does not have.
   *
   * @param source as in the sentence
   * @param target as in the reference
   */
  public record OrdinaryWord(String source, String target) {}
}
