package io.haidang.summarization.post;

import com.ibm.icu.text.Normalizer2;
import io.haidang.glossary.Capitals;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.summarization.StoryText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hashtags of the official names that a story speaks of most: words joined, each with a capital,
 * marks left out as readers type them, #HaiPhong. Two names that would become one tag keep their
 * marks.
 */
public final class Hashtags {

  private static final int LONGEST = 24;
  private static final int A_WORD = 8;
  private static final Pattern NO_PART = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Hashtags() {}

  /**
   * At most {@code most} tags, the names mentioned most first.
   *
   * @param language of the post; names that have no wording in it are passed over
   */
  public static List<String> of(StoryText story, Glossary names, Locale language, int most) {
    Map<String, List<String>> byTag = new LinkedHashMap<>();
    for (Concept concept : mentioned(story, names)) {
      wording(concept, language)
          .ifPresent(
              word ->
                  byTag.computeIfAbsent(plain(word), tag -> new ArrayList<>()).add(joined(word)));
    }
    Set<String> tags = new LinkedHashSet<>();
    byTag.forEach(
        (tag, words) -> {
          if (words.stream().distinct().count() == 1) {
            tags.add("#" + tag);
          } else {
            words.forEach(word -> tags.add("#" + word));
          }
        });
    return distinct(tags).stream().limit(most).toList();
  }

  /** #HaiPhong and #ThanhPhoHaiPhong are one: of two that differ by a word, the first stays. */
  private static List<String> distinct(Set<String> tags) {
    List<String> kept = new ArrayList<>();
    for (String tag : tags) {
      if (kept.stream().noneMatch(other -> isNearly(tag, other) || isNearly(other, tag))) {
        kept.add(tag);
      }
    }
    return kept;
  }

  private static boolean isNearly(String tag, String other) {
    return tag.length() <= other.length() + A_WORD && tag.contains(other.substring(1));
  }

  /** Concepts that have the name of something single, by how often the story has them. */
  private static List<Concept> mentioned(StoryText story, Glossary names) {
    Map<ConceptId, Concept> concepts = new LinkedHashMap<>();
    Map<ConceptId, Integer> counts = new HashMap<>();
    for (String segment : story.segments()) {
      for (TermMatch match : names.match(segment, story.language(), story.date())) {
        Concept concept = match.concept();
        if (isProper(concept, story.language())) {
          concepts.putIfAbsent(concept.id(), concept);
          counts.merge(concept.id(), 1, Integer::sum);
        }
      }
    }
    return concepts.values().stream()
        .sorted(Comparator.comparingInt(concept -> -counts.getOrDefault(concept.id(), 0)))
        .toList();
  }

  private static boolean isProper(Concept concept, Locale language) {
    return concept
        .preferred(language)
        .filter(term -> Integer.bitCount(Capitals.of(term.text()).capitals()) >= 2)
        .isPresent();
  }

  /** The name, or its abbreviation when the name makes too long a tag. */
  private static Optional<String> wording(Concept concept, Locale language) {
    Optional<String> name = concept.preferred(language).map(Term::text);
    return name.isEmpty() || joined(name.get()).length() <= LONGEST
        ? name
        : concept.terms(language, TermStatus.ABBREVIATION).stream().map(Term::text).findFirst();
  }

  private static String joined(String wording) {
    StringBuilder tag = new StringBuilder();
    String composed =
        APOSTROPHE.matcher(Normalizer2.getNFCInstance().normalize(wording)).replaceAll("");
    for (String word : NO_PART.split(composed, -1)) {
      if (!word.isEmpty()) {
        int first = word.codePointAt(0);
        tag.appendCodePoint(Character.toTitleCase(first))
            .append(word.substring(Character.charCount(first)));
      }
    }
    return tag.toString();
  }

  private static String plain(String wording) {
    String decomposed = Normalizer2.getNFDInstance().normalize(joined(wording));
    return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
  }
}
