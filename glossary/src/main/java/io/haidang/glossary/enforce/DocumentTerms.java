package io.haidang.glossary.enforce;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one document in one language uses its official names: introduced at the first mention, called
 * the same from beginning to end.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class DocumentTerms {

  private final Locale language;
  private final List<String> translations;
  private final List<Mention> mentions;

  private DocumentTerms(Locale language, List<String> translations, List<Mention> mentions) {
    this.language = language;
    this.translations = translations;
    this.mentions = mentions;
  }

  /**
   * Reads a document. Only concepts that the source names are looked at.
   *
   * @param plans one for each segment, in the order of the document
   * @param translations of the segments, in the same order; an empty text where there is none yet
   * @param language of the translations
   * @param textDate the date of the text
   */
  public static DocumentTerms of(
      Glossary glossary,
      List<TermPlan> plans,
      List<String> translations,
      Locale language,
      LocalDate textDate) {
    if (plans.size() != translations.size()) {
      throw new IllegalArgumentException(
          "translations: " + translations.size() + " (expected: " + plans.size() + ", as plans)");
    }
    Set<ConceptId> named =
        plans.stream()
            .flatMap(plan -> plan.requirements().stream())
            .map(requirement -> requirement.match().concept())
            .map(Concept::id)
            .collect(Collectors.toSet());
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < translations.size(); i++) {
      mentions.addAll(Mention.in(translations.get(i), i, language, textDate, glossary));
    }
    mentions.removeIf(mention -> !named.contains(mention.id()));
    return new DocumentTerms(language, List.copyOf(translations), List.copyOf(mentions));
  }

  /** What is wrong, in the order of the document. */
  public List<UsageFinding> findings() {
    List<UsageFinding> findings = new ArrayList<>(FirstMentionCheck.run(mentions, language));
    findings.addAll(ConsistencyCheck.run(mentions));
    findings.sort(
        Comparator.comparingInt(UsageFinding::segment)
            .thenComparingInt(finding -> finding.span().start()));
    return findings;
  }

  /** Concepts whose full name a segment before {@code segment} gives. */
  public Set<ConceptId> introducedBefore(int segment) {
    return mentions.stream()
        .filter(mention -> mention.segment() < segment && mention.name() != null)
        .map(Mention::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The translations as {@code findings} propose them. Of findings that overlap, the first is
   * followed. English articles and capitals around a replaced name are mended.
   */
  public List<String> corrected(List<UsageFinding> findings) {
    List<String> texts = new ArrayList<>(translations);
    List<UsageFinding> followed = new ArrayList<>();
    for (UsageFinding finding : findings) {
      if (followed.stream().noneMatch(other -> overlap(finding, other))) {
        followed.add(finding);
      }
    }
    followed.sort(
        Comparator.comparingInt((UsageFinding finding) -> finding.span().start()).reversed());
    for (UsageFinding finding : followed) {
      texts.set(finding.segment(), replaced(texts.get(finding.segment()), finding));
    }
    return texts;
  }

  private static boolean overlap(UsageFinding one, UsageFinding other) {
    return one.segment() == other.segment() && one.span().overlaps(other.span());
  }

  private String replaced(String text, UsageFinding finding) {
    return language.getLanguage().equals("en")
        ? EnglishInsertion.replace(text, finding.span(), finding.replacement())
        : text.substring(0, finding.span().start())
            + finding.replacement()
            + text.substring(finding.span().end());
  }
}
