package io.haidang.translation.check;

import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import io.haidang.translation.fact.FoldedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proper names that the list does not have and the translation does not keep, with or without
 * diacritics. Only between languages with Latin letters.
 */
final class NamesCheck implements Check {

  /** Foreign names that begin alike are taken for forms of one. */
  private static final int LIKE = 3;

  @Override
  public String id() {
    return "names";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Fact> names = pair.sourceFacts(FactKind.NAME).stream().filter(Fact::firm).toList();
    if (names.isEmpty() || !isLatin(pair.targetText())) {
      return List.of();
    }
    String target = FoldedName.of(pair.targetText());
    String closed = target.replace(" ", "");
    Set<String> words = new HashSet<>(List.of(target.split(" ", -1)));
    List<Finding> findings = new ArrayList<>();
    for (Fact name : names) {
      if (isComparable(name, pair) && !isKept(name.value(), closed, words)) {
        String expected =
            Check.is(pair.targetLanguage(), "vi") ? "" : FoldedName.bare(name.wording());
        findings.add(
            new Finding(
                id(), Severity.WARNING, name.span(), null, expected, "not in the translation"));
      }
    }
    return findings;
  }

  /**
   * A foreign name may have another form in Vietnamese; a Vietnamese one is the same everywhere.
   */
  private static boolean isComparable(Fact name, CheckedPair pair) {
    return Check.is(pair.sourceLanguage(), "vi") || FoldedName.isVietnamese(name.value());
  }

  private static boolean isKept(String name, String target, Set<String> words) {
    List<String> parts = List.of(name.split(" ", -1));
    return target.contains(name.replace(" ", ""))
        || words.containsAll(parts)
        || (!FoldedName.isVietnamese(name) && parts.stream().anyMatch(part -> isLike(part, words)));
  }

  /** "Afghanistan" may be "Afghan", "Hungaria" Hungary. */
  private static boolean isLike(String foreign, Set<String> words) {
    int length = Math.min(foreign.length(), Math.max(LIKE, foreign.length() / 2));
    String beginning = foreign.substring(0, length);
    return length >= LIKE && words.stream().anyMatch(word -> word.startsWith(beginning));
  }

  private static boolean isLatin(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return 2 * latin > letters;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("khu vực Lạch Huyện", "the Lach Huyen area"),
        Example.right("khu vực Lạch Huyện", "the Lạch Huyện area"),
        Example.right("tại Trung Quốc", "in China"),
        Example.right("ông Nguyễn Văn An", "Mr. Nguyen Van An"),
        Example.right("đội Sevilla", "the Sevilla team"),
        Example.wrong("khu vực Lạch Huyện", "the Lah District"),
        Example.wrong("ông Nguyễn Văn An", "Mr. Nguyen"),
        Example.wrong("đội Sevilla", "the team"));
  }
}
