package io.haidang.summarization.faithful;

import io.haidang.glossary.Glossary;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.StoryText;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactExtractor;
import io.haidang.translation.fact.FactKind;
import io.haidang.translation.fact.FactLedger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether what a product says is said by its story, in whatever language. What is counted,
 * measured, paid or denied has to stand in the very sentences that a sentence was made from, so
 * that a right number in the wrong place is seen too; days, names and titles may come from anywhere
 * in the story.
 *
 * <p>Ids: {@code unsupported-number}, {@code unsupported-amount}, {@code unsupported-date}, {@code
 * unsupported-name}, {@code unsupported-title}, {@code unsupported-reference}, {@code
 * unsupported-negation}, {@code lost-negation}. All of them are errors and block approval.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class FaithfulnessCheck {

  private final StoryText story;
  private final FactExtractor extractor;
  private final List<Fact> facts;
  private final FactLedger ledger;
  private final StoryWords words;

  private FaithfulnessCheck(StoryText story, FactExtractor extractor) {
    this.story = story;
    this.extractor = extractor;
    this.facts = extractor.extract(story.segments(), story.language(), story.date());
    this.ledger = new FactLedger(facts, story.language(), story.date());
    this.words = StoryWords.of(story);
  }

  /** Reads the facts of a story. */
  public static FaithfulnessCheck of(StoryText story, Glossary names) {
    return new FaithfulnessCheck(story, FactExtractor.of(names));
  }

  /** The facts of the story. */
  public FactLedger ledger() {
    return ledger;
  }

  /**
   * What is wrong with one sentence of a product; nothing for links and hashtags. Spans count in
   * its text.
   *
   * @param sentence with the segments that it came from; one without is held against all of them
   * @param language of the sentence
   */
  public List<Finding> run(FormSentence sentence, Locale language) {
    if (!sentence.isProse()) {
      return List.of();
    }
    FactLedger claims = extractor.ledger(List.of(sentence.text()), language, story.date());
    Set<Fact> anywhere = new HashSet<>(ledger.unsupported(claims));
    Set<Fact> here = new HashSet<>(of(sentence.segments()).unsupported(claims));
    List<Finding> findings = new ArrayList<>();
    for (Fact claim : claims.facts()) {
      boolean missing =
          isLocal(claim.kind())
              ? here.contains(claim)
              : (anywhere.contains(claim) || isStrangeName(claim, language))
                  && !words.contain(claim, language);
      if (missing) {
        findings.add(finding(id(claim.kind()), claim, "not in the story"));
      }
    }
    LostNegation.of(sentence, story, language, facts, claims).ifPresent(findings::add);
    return List.copyOf(findings);
  }

  /** All findings of a product's sentences, those of the first sentence first. */
  public List<Finding> run(List<FormSentence> sentences, Locale language) {
    return sentences.stream().flatMap(sentence -> run(sentence, language).stream()).toList();
  }

  /** The facts of some segments; of the whole story when none are given. */
  private FactLedger of(List<Integer> segments) {
    if (segments.isEmpty()) {
      return ledger;
    }
    List<Fact> local = facts.stream().filter(fact -> segments.contains(fact.segment())).toList();
    return new FactLedger(local, story.language(), story.date());
  }

  /**
   * Capitals that may be no name ("Trái Đất") are not demanded of a translation; in the language of
   * the story there is no reason for any that it does not have.
   */
  private boolean isStrangeName(Fact claim, Locale language) {
    return claim.kind() == FactKind.NAME
        && !claim.firm()
        && language.getLanguage().equals(story.language().getLanguage())
        && !ledger.supports(claim);
  }

  private static boolean isLocal(FactKind kind) {
    return kind.isQuantity() || kind == FactKind.NEGATION || kind == FactKind.TIME;
  }

  private static Finding finding(String id, Fact claim, String detail) {
    return new Finding(id, Severity.ERROR, null, claim.span(), "", detail);
  }

  private static String id(FactKind kind) {
    return "unsupported-"
        + switch (kind) {
          case NUMBER, PERCENTAGE, MEASURE, ORDINAL -> "number";
          case AMOUNT -> "amount";
          case DATE, TIME -> "date";
          case CONCEPT, NAME, ABBREVIATION -> "name";
          case TITLE -> "title";
          case REFERENCE -> "reference";
          case NEGATION -> "negation";
        };
  }
}
