package io.haidang.glossary.io;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Concepts with everything in them that files make trouble with, from a seed. */
final class RandomConcepts {

  private static final String[] LANGUAGES = {"vi", "en", "en-GB", "zh-Hans", "ja", "ko", "ar"};

  private static final String[] PIECES = {
    "Sở",
    "Ngoại vụ",
    "\"quoted\"",
    "a;b",
    "a,b",
    "x\ty",
    "<b>&amp;</b>",
    "]]>",
    "外交部",
    "وزارة",
    "line\nbreak",
    "=1+1",
    "100%",
    "'s",
    "e\u0301",
    "😀",
    "Hải Đăng: a=b",
    "%3B",
    "|"
  };

  private static final List<TermStatus> OTHERS =
      List.of(TermStatus.ADMITTED, TermStatus.ABBREVIATION, TermStatus.FORBIDDEN);

  private final Random random;

  RandomConcepts(long seed) {
    random = new Random(seed);
  }

  List<Concept> list(int count) {
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      concepts.add(concept("c" + i));
    }
    return concepts;
  }

  private Concept concept(String id) {
    LocalDate from = random.nextBoolean() ? LocalDate.of(2020, 1, 1 + random.nextInt(28)) : null;
    LocalDate to = random.nextBoolean() ? LocalDate.of(2025, 1, 1 + random.nextInt(28)) : null;
    return Concept.builder(id)
        .terms(terms())
        .validity(new Validity(from, to))
        .successor(random.nextInt(4) == 0 ? new ConceptId("other-" + id) : null)
        .source(maybe())
        .article(maybe())
        .domain(maybe())
        .definition(maybe())
        .note(maybe())
        .translatable(random.nextInt(4) > 0)
        .build();
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    Set<Locale> seen = new HashSet<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      Locale language = Locale.forLanguageTag(LANGUAGES[random.nextInt(LANGUAGES.length)]);
      if (seen.add(language)) {
        terms.add(term(language, TermStatus.PREFERRED));
        for (int more = random.nextInt(3); more > 0; more--) {
          terms.add(term(language, any(OTHERS)));
        }
      }
    }
    return terms;
  }

  private Term term(Locale language, TermStatus status) {
    CaseRule rule = any(List.of(CaseRule.values()));
    FirstMention mention = any(List.of(FirstMention.values()));
    return new Term(language, text(), status)
        .withReason(maybe())
        .withCaseRule(rule)
        .withFirstMention(mention);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String maybe() {
    return random.nextBoolean() ? "" : text();
  }

  private String text() {
    StringBuilder text = new StringBuilder(PIECES[random.nextInt(PIECES.length)]);
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(' ').append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
