package io.haidang.glossary.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The automaton against the plainest possible search, on seeded random texts. */
class TermIndexTest {

  private static final Locale LANGUAGE = Locale.forLanguageTag("vi");
  private static final String[] SYLLABLES = {"ba", "bà", "ban", "an", "hoà", "hòa", "-", "."};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void match_randomTexts_equalsNaiveSearch(long seed) {
    Random random = new Random(seed);
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < 30; i++) {
      names.add(NormalizedText.of(words(random, 1 + random.nextInt(3))).toString());
    }
    names.remove("");
    TermIndex index = TermIndex.of(names.stream().map(TermIndexTest::concept).toList(), LANGUAGE);

    for (int i = 0; i < 200; i++) {
      String text = words(random, random.nextInt(20));
      assertThat(index.match(text, LocalDate.EPOCH).stream().map(TermMatch::span))
          .as(text)
          .isEqualTo(naive(text, names));
    }
  }

  private static List<TextSpan> naive(String text, Set<String> names) {
    NormalizedText normalized = NormalizedText.of(text);
    String folded = normalized.toString();
    List<TextSpan> spans = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int longest = 0;
      for (String name : names) {
        int end = at + name.length();
        if (folded.startsWith(name, at)
            && normalized.isBoundary(at)
            && normalized.isBoundary(end)) {
          longest = Math.max(longest, name.length());
        }
      }
      if (longest > 0) {
        spans.add(normalized.span(at, at + longest));
      }
      at += Math.max(1, longest);
    }
    return spans;
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 || random.nextInt(6) == 0 ? "" : random.nextInt(5) == 0 ? "  " : " ");
      text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return text.toString();
  }

  private static Concept concept(String name) {
    return Concept.builder(name).term(new Term(LANGUAGE, name, TermStatus.PREFERRED)).build();
  }
}
