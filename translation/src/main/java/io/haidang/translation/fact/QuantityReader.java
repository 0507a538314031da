package io.haidang.translation.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in figures and words with what stands around them: magnitude, currency, unit, percent.
 */
final class QuantityReader implements FactReader {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<figure>"
              + Figures.PATTERN
              + ")(?:(?<order>st|nd|rd|th)(?!\\p{L}))?"
              + "|(?<word>\\p{L}[\\p{L}\\p{M}]*)");
  private static final Pattern GAP = Pattern.compile("[\\s\\u00a0]*-?[\\s\\u00a0]*");
  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:-|–|—|đến|tới|to)\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDER_BEFORE =
      Pattern.compile(
          "(?:lần\\s+thứ|thứ|số|hạng)\\s+$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR = Pattern.compile("1[89]\\d\\d|20\\d\\d");
  private static final Pattern CURRENCY_BEFORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])(US\\$|A\\$|S\\$|[$€£¥₩₫]|[A-ZĐ]{3})\\$?\\s?$");
  private static final int MOST_LETTERS_OF_CUE = 24;

  private final Figures figures;
  private final NumberWords words;
  private final Magnitudes magnitudes;
  private final Phrases percents;
  private final Phrases currencies;
  private final Phrases units;
  private final Map<String, String> currencyCodes;
  private final Phrases cues;

  QuantityReader(Lexicon lexicon) {
    figures = new Figures(lexicon.sign("group"), lexicon.sign("decimal"));
    words = new NumberWords(lexicon);
    magnitudes = new Magnitudes(words, figures);
    percents = lexicon.list("percent");
    currencies = lexicon.phrases("currency");
    units = lexicon.phrases("unit");
    currencyCodes = lexicon.codes("currency");
    Map<String, String> all = new HashMap<>();
    for (Precision precision : List.of(Precision.OVER, Precision.UNDER, Precision.ABOUT)) {
      lexicon
          .words(precision.name().toLowerCase(Locale.ROOT))
          .forEach(cue -> all.put(cue, precision.name()));
    }
    cues = Phrases.of(all);
  }

  @Override
  public void read(Scan scan) {
    List<Quantity> quantities = new ArrayList<>();
    String text = scan.text();
    Matcher token = TOKEN.matcher(text);
    int from = 0;
    while (from <= text.length() && token.find(from)) {
      from = token.end();
      if (!scan.isFree(token.start(), token.end())) {
        continue;
      }
      int before = quantities.size();
      if (token.group("figure") != null) {
        readFigure(text, token, quantities);
      } else {
        readWord(text, token, quantities);
      }
      if (quantities.size() > before) {
        from = Math.max(from, quantities.get(quantities.size() - 1).end());
      }
    }
    shareUnits(text, quantities);
    quantities.forEach(raw -> add(raw, scan));
  }

  private void readFigure(String text, Matcher token, List<Quantity> quantities) {
    String figure = token.group("figure");
    int start = token.start();
    Optional<BigDecimal> value = figures.value(figure);
    if (value.isEmpty()) {
      readParts(figure, start, quantities);
    } else if (token.group("order") != null) {
      quantities.add(Quantity.inFigures(value.get(), 0, start, token.end()).asOrdinal());
    } else {
      boolean money = currencyCode(text, start).isPresent();
      int end = token.end("figure");
      quantities.add(withUnit(text, magnitudes.read(text, value.get(), start, end, money)));
    }
  }

  /** A version or a list: its parts are numbers of their own. */
  private static void readParts(String figure, int start, List<Quantity> quantities) {
    int from = start;
    for (String part : figure.split("[.,\\u00a0\\u202f]", -1)) {
      int end = from + part.length();
      quantities.add(Quantity.inFigures(new BigDecimal(part), 0, from, end));
      from = end + 1;
    }
  }

  private Quantity withUnit(String text, Quantity raw) {
    Quantity behind = withUnitBehind(text, raw);
    return behind.kind() == FactKind.AMOUNT
        ? behind // "$45 triệu AUD": the code behind says which dollars.
        : currencyCode(text, raw.start())
            .map(before -> raw.with(FactKind.AMOUNT, before.code(), before.start(), raw.end()))
            .orElse(behind);
  }

  private Quantity withUnitBehind(String text, Quantity raw) {
    Matcher gap = GAP.matcher(text).region(raw.end(), text.length());
    int at = gap.lookingAt() ? gap.end() : raw.end();
    return with(raw, percents.at(text, at), FactKind.PERCENTAGE)
        .or(() -> with(raw, currencies.at(text, at), FactKind.AMOUNT))
        .or(() -> with(raw, units.at(text, at), FactKind.MEASURE))
        .orElse(raw);
  }

  private static Optional<Quantity> with(
      Quantity raw, Optional<Phrases.Found> unit, FactKind kind) {
    return unit.map(found -> raw.with(kind, found.code(), raw.start(), found.end()));
  }

  private Optional<Phrases.Found> currencyCode(String text, int start) {
    Matcher before = CURRENCY_BEFORE.matcher(text).region(Math.max(0, start - 5), start);
    if (!before.useTransparentBounds(true).find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(currencyCodes.get(before.group(1)))
        .map(code -> new Phrases.Found(code, before.start(), before.end()));
  }

  private void readWord(String text, Matcher token, List<Quantity> quantities) {
    String word = token.group();
    int start = token.start();
    int roman = Roman.value(word.startsWith("WW") ? word.substring(2) : word); // "WWII"
    if (roman > 0) {
      // A single letter is rather a name than a number: never demanded.
      BigDecimal value = BigDecimal.valueOf(roman);
      boolean firm = word.length() > 1;
      quantities.add(Quantity.inWords(value, firm, start, token.end()).asOrdinal());
      return;
    }
    Optional<NumberWords.Reading> read = words.read(text, start, token.end());
    if (read.isPresent()) {
      NumberWords.Reading number = read.get();
      Quantity quantity =
          Quantity.inWords(number.value(), number.firm(), number.start(), number.end());
      quantities.add(withUnit(text, quantity));
      return;
    }
    words
        .aside(word)
        .map(value -> Quantity.inWords(BigDecimal.valueOf(value), false, start, token.end()))
        .ifPresent(quantities::add);
  }

  /** "10-15%" and "from 5 to 7 million": the first number has the unit of the second. */
  private static void shareUnits(String text, List<Quantity> quantities) {
    for (int i = quantities.size() - 2; i >= 0; i--) {
      Quantity first = quantities.get(i);
      Quantity second = quantities.get(i + 1);
      boolean range =
          first.isBare()
              && !second.isBare()
              && second.kind() != FactKind.ORDINAL
              && first.end() <= second.start()
              && RANGE.matcher(text.substring(first.end(), second.start())).matches();
      if (range) {
        quantities.set(i, first.like(second));
      }
    }
  }

  private void add(Quantity raw, Scan scan) {
    String text = scan.text();
    String value = Figures.plain(raw.value());
    Precision precision = precision(text, raw.start());
    FactKind kind = raw.kind();
    boolean firm = raw.firm();
    if (kind == FactKind.NUMBER && raw.figure() && isYear(text.substring(raw.start(), raw.end()))) {
      kind = FactKind.DATE;
    } else if (kind == FactKind.NUMBER && raw.zeros() == 0 && isOrder(text, raw.start())) {
      kind = FactKind.ORDINAL;
    }
    String unit =
        switch (kind) {
          case PERCENTAGE -> "%";
          case AMOUNT, MEASURE -> " " + raw.unit();
          default -> "";
        };
    scan.add(kind, value + unit, precision, firm, raw.start(), raw.end());
  }

  private static boolean isYear(String written) {
    return YEAR.matcher(written).matches();
  }

  private static boolean isOrder(String text, int start) {
    return ORDER_BEFORE.matcher(text.substring(Math.max(0, start - 12), start)).find();
  }

  /** What the words right before a number say about it. */
  private Precision precision(String text, int start) {
    String before = text.substring(Math.max(0, start - MOST_LETTERS_OF_CUE), start);
    Precision precision = Precision.EXACT;
    Optional<Phrases.Found> cue = cues.next(before, 0);
    while (cue.isPresent()) {
      if (before.substring(cue.get().end()).isBlank()) {
        precision = Precision.valueOf(cue.get().code());
      }
      cue = cues.next(before, cue.get().end());
    }
    return precision;
  }
}
