package io.haidang.glossary.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The index against a matcher that knows nothing of folded texts and automata: it compares every
 * stretch of the original with every term, on seeded random texts in every way of writing.
 */
class ReferenceMatchTest {

  private static final String[] SYLLABLES = {
    "Sở", "sở", "hoà", "HÒA", "thuỷ", "Thủy", "khoẻ", "Giang", "Giàng", "đặc", "khu", "an", "x",
    "外", "交", "部", "베트남", "ไทย"
  };

  private static final String[] GAPS = {" ", "  ", "\u00A0", "-", " – ", "\u2011", "", ", ", "\n"};

  @ParameterizedTest
  @CsvSource({"1, NFC", "2, NFD", "3, NFC", "4, NFD", "5, NFC", "6, NFD"})
  void match_randomTexts_equalsThePlainestSearch(long seed, Normalizer.Form form) {
    Random random = new Random(seed);
    Locale language = Locale.forLanguageTag("ru"); // No short forms and no inflection.
    Map<String, Concept> terms = new LinkedHashMap<>();
    for (int i = 0; i < 25; i++) {
      String text = phrase(random, 1 + random.nextInt(3)).strip();
      if (text.codePoints().anyMatch(Character::isLetter) && isWordAtBothEnds(text)) {
        terms.putIfAbsent(canonical(text), concept(text, language));
      }
    }
    TermIndex index = TermIndex.of(terms.values(), language);
    for (int i = 0; i < 100; i++) {
      String text = Normalizer.normalize(phrase(random, random.nextInt(15)), form);
      assertThat(index.match(text, LocalDate.EPOCH).stream().map(TermMatch::span))
          .as("%s in %s", terms.keySet(), text)
          .isEqualTo(reference(text, terms));
    }
  }

  private static List<TextSpan> reference(String text, Map<String, Concept> terms) {
    List<TextSpan> spans = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = longest(text, start, terms);
      if (end > start) {
        spans.add(new TextSpan(start, end));
      }
      start = Math.max(start + 1, end);
    }
    return spans;
  }

  private static int longest(String text, int start, Map<String, Concept> terms) {
    for (int end = text.length(); end > start; end--) {
      String stretch = text.substring(start, end);
      Concept concept = terms.get(canonical(stretch));
      if (concept != null
          && isBoundary(text, start)
          && isBoundary(text, end)
          && isWordAtBothEnds(stretch)
          && CaseRule.NAME.allows(concept.terms().get(0).text(), stretch)) {
        return end;
      }
    }
    return start;
  }

  private static boolean isWordAtBothEnds(String text) {
    int last = text.codePointBefore(text.length());
    return Character.isLetter(text.codePointAt(0))
        && (Character.isLetter(last) || Character.getType(last) == Character.NON_SPACING_MARK);
  }

  /** Within a word of a script with spaces, or before a mark, nothing begins or ends. */
  private static boolean isBoundary(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    String around = text.substring(at - 1, at + 1);
    if (around.substring(1).matches("\\p{M}")) {
      return false;
    }
    String base = text.substring(0, at).replaceAll("\\p{M}+$", "");
    String before = base.isEmpty() ? " " : base.substring(base.length() - 1);
    String unspaced = "[\\p{IsHan}\\p{IsThai}]";
    return !before.matches("\\p{L}")
        || !around.substring(1).matches("\\p{L}")
        || before.matches(unspaced)
        || around.substring(1).matches(unspaced);
  }

  private static String canonical(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\u2010-\\u2015]", "-")
            .replaceAll("[\\s\\u00A0]+", " ")
            .replaceAll(" ?- ?", "-");
    return plain.replace("oà", "òa").replace("oẻ", "ỏe").replace("uỷ", "ủy");
  }

  private static String phrase(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      text.append(random.nextInt(3) > 0 ? " " : GAPS[random.nextInt(GAPS.length)]);
    }
    return text.toString();
  }

  private static Concept concept(String text, Locale language) {
    return Concept.builder(text).term(new Term(language, text, TermStatus.PREFERRED)).build();
  }
}
