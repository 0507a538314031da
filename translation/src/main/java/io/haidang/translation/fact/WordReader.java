package io.haidang.translation.fact;

import java.util.Optional;
import java.util.regex.Pattern;

/** Titles of persons, abbreviations and negations. Immutable. */
final class WordReader implements FactReader {

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}/.])\\p{Lu}[\\p{Lu}\\d]+(?:[-&]\\p{Lu}+){0,9}(?=s?(?![\\p{L}\\p{N}/]))");
  private static final Pattern NOT = Pattern.compile("n['’]t(?!\\p{L})");
  private static final double HEADING = 0.7;

  private final Phrases titles;
  private final Phrases negations;
  private final Phrases noNegations;

  WordReader(Lexicon lexicon) {
    titles = lexicon.phrases("title");
    negations = lexicon.list("negation");
    noNegations = lexicon.list("negation.not");
  }

  @Override
  public void read(Scan scan) {
    readTitles(scan);
    if (!isHeading(scan.text())) {
      DateScan.each(ABBREVIATION, scan, (m, s) -> abbreviation(m.group(), m.start(), m.end(), s));
    }
    readNegations(scan);
  }

  private void readTitles(Scan scan) {
    Optional<Phrases.Found> title = titles.next(scan.text(), 0);
    while (title.isPresent()) {
      Phrases.Found found = title.get();
      // In small letters it is no title: "thư ký của ông", "the minister".
      if (Character.isUpperCase(scan.text().codePointAt(found.start()))
          && !scan.isNamed(found.start(), found.end())) {
        note(scan, FactKind.TITLE, found.code(), found);
        scan.name(found.start(), found.end());
      }
      title = titles.next(scan.text(), found.end());
    }
  }

  private static void abbreviation(String written, int start, int end, Scan scan) {
    if (Roman.value(written) == 0 && !scan.isNamed(start, end)) {
      scan.add(FactKind.ABBREVIATION, written, start, end);
    }
  }

  /** "Hải Phòng không …" denies something, though "phòng không" does not. */
  private void readNegations(Scan scan) {
    String text = scan.text();
    int from = 0;
    Optional<Phrases.Found> negation = negations.next(text, from);
    Optional<Phrases.Found> other = noNegations.next(text, from);
    while (negation.isPresent()) {
      Phrases.Found found = negation.get();
      while (other.isPresent() && other.get().end() <= found.start()) {
        other = noNegations.next(text, other.get().end());
      }
      boolean real =
          other.isEmpty()
              || other.get().start() >= found.end()
              || scan.isNamed(other.get().start(), found.start());
      if (real && !scan.isNamed(found.start(), found.end())) {
        note(scan, FactKind.NEGATION, "not", found);
      }
      negation = negations.next(text, found.end());
    }
    DateScan.each(
        NOT,
        scan,
        (m, s) -> s.note(FactKind.NEGATION, "not", Precision.EXACT, true, m.start(), m.end()));
  }

  private static void note(Scan scan, FactKind kind, String value, Phrases.Found found) {
    scan.note(kind, value, Precision.EXACT, true, found.start(), found.end());
  }

  private static boolean isHeading(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return capitals > letters * HEADING;
  }
}
