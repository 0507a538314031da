package io.haidang.translation.fact;

import io.haidang.glossary.Glossary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the facts of a text: numbers, money, measures, dates, names, titles, negations. Vietnamese
 * and English are read in full; of every other language only what is written in figures.
 *
 * <p><b>Thread-safety:</b> immutable; share one instance. <b>Blocking:</b> no I/O; time grows with
 * the text.
 */
public final class FactExtractor {

  private static final FactReader REFERENCES = new ReferenceReader();
  private static final FactReader TIMES = new TimeReader();
  private static final Language VIETNAMESE =
      new Language(Lexicon.VIETNAMESE, new VietnameseDates(), true);
  private static final Language ENGLISH =
      new Language(Lexicon.ENGLISH, new EnglishDates(false), false);
  private static final Language AMERICAN =
      new Language(Lexicon.ENGLISH, new EnglishDates(true), false);
  private static final List<FactReader> FIGURES =
      List.of(new EnglishDates(false), TIMES, new QuantityReader(Lexicon.ENGLISH));

  private final Glossary glossary;

  private FactExtractor(Glossary glossary) {
    this.glossary = glossary;
  }

  /** The readers of a language that is read in full, in the order in which they take places. */
  private record Language(List<FactReader> readers) {
    Language(Lexicon lexicon, FactReader dates, boolean vietnamese) {
      this(
          List.of(
              dates,
              TIMES,
              new QuantityReader(lexicon),
              new WordReader(lexicon),
              new NameReader(lexicon, vietnamese)));
    }
  }

  /** An extractor to which the names of {@code glossary} are facts. */
  public static FactExtractor of(Glossary glossary) {
    return new FactExtractor(glossary);
  }

  /** Whether {@code language} is read in full, and not by its figures only. */
  public static boolean reads(Locale language) {
    return language.getLanguage().equals("vi") || language.getLanguage().equals("en");
  }

  /**
   * The facts of a text in reading order.
   *
   * @param segments without inline codes
   * @param language of the text; of one that is not {@linkplain #reads read}, figures and names of
   *     the glossary only
   * @param textDate the day of the text, which decides between concepts that share a wording
   */
  public List<Fact> extract(List<String> segments, Locale language, LocalDate textDate) {
    List<FactReader> readers = new ArrayList<>();
    readers.add(REFERENCES);
    readers.add(new ConceptReader(glossary, language, textDate));
    readers.addAll(readers(language));
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Scan scan = new Scan(segments.get(i), i);
      readers.forEach(reader -> reader.read(scan));
      facts.addAll(scan.facts());
    }
    return List.copyOf(facts);
  }

  /** The same as a ledger, which tells what it supports. */
  public FactLedger ledger(List<String> segments, Locale language, LocalDate textDate) {
    return new FactLedger(extract(segments, language, textDate), language, textDate);
  }

  private static List<FactReader> readers(Locale language) {
    return switch (language.getLanguage()) {
      case "vi" -> VIETNAMESE.readers();
      case "en" -> (language.getCountry().equals("US") ? AMERICAN : ENGLISH).readers();
      default -> FIGURES;
    };
  }
}
