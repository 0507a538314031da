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
  private static final Pattern WORD_BEHIND =
      Pattern.compile("[\\s\\u00a0-]*(\\p{L}+)(?![\\p{L}\\p{N}])");
  private static final Pattern NEXT_FIGURE =
      Pattern.compile("\\s+(\\d{1,3}(?:[.,]\\d+)?)(?=\\s+(\\p{L}+))");
  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:-|–|—|đến|tới|to)\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORDER_BEFORE =
      Pattern.compile(
          "(?:lần\\s+thứ|thứ|số|hạng)\\s+$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR = Pattern.compile("1[89]\\d\\d|20\\d\\d");
  private static final Pattern CURRENCY_BEFORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])(US\\$|A\\$|S\\$|[$€£¥₩₫]|[A-ZĐ]{3})\\$?\\s?$");
  private static final int MOST_ZEROS = 24;
  private static final int MOST_LETTERS_OF_CUE = 24;

  private final Figures figures;
  private final NumberWords words;
  private final Phrases percents;
  private final Phrases currencies;
  private final Phrases units;
  private final Map<String, String> currencyCodes;
  private final Phrases cues;

  QuantityReader(Lexicon lexicon) {
    figures = new Figures(lexicon.sign("group"), lexicon.sign("decimal"));
    words = new NumberWords(lexicon);
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

  /**
   * A quantity while its unit is sought.
   *
   * @param written value before any scale
   * @param zeros of the scale behind it
   */
  private record Raw(
      BigDecimal written,
      int zeros,
      FactKind kind,
      String unit,
      boolean figure,
      boolean firm,
      int start,
      int end) {

    BigDecimal value() {
      return written.scaleByPowerOfTen(zeros);
    }

    boolean isBare() {
      return kind == FactKind.NUMBER && zeros == 0;
    }

    Raw like(Raw other) {
      return new Raw(written, other.zeros, other.kind, other.unit, figure, firm, start, end);
    }
  }

  @Override
  public void read(Scan scan) {
    List<Raw> raws = new ArrayList<>();
    String text = scan.text();
    Matcher token = TOKEN.matcher(text);
    int from = 0;
    while (from <= text.length() && token.find(from)) {
      from = token.end();
      if (!scan.isFree(token.start(), token.end())) {
        continue;
      }
      int before = raws.size();
      if (token.group("figure") != null) {
        readFigure(text, token, raws);
      } else {
        readWord(text, token, raws);
      }
      if (raws.size() > before) {
        from = Math.max(from, raws.get(raws.size() - 1).end());
      }
    }
    shareUnits(text, raws);
    raws.forEach(raw -> add(raw, scan));
  }

  private void readFigure(String text, Matcher token, List<Raw> raws) {
    String figure = token.group("figure");
    int start = token.start();
    Optional<BigDecimal> value = figures.value(figure);
    if (value.isEmpty()) {
      readParts(figure, start, raws);
    } else if (token.group("order") != null) {
      raws.add(new Raw(value.get(), 0, FactKind.ORDINAL, "", true, true, start, token.end()));
    } else {
      raws.add(withUnit(text, scaled(text, value.get(), start, token.end("figure"))));
    }
  }

  /** A version or a list: its parts are numbers of their own. */
  private static void readParts(String figure, int start, List<Raw> raws) {
    int from = start;
    for (String part : figure.split("[.,\\u00a0\\u202f]", -1)) {
      int end = from + part.length();
      raws.add(new Raw(new BigDecimal(part), 0, FactKind.NUMBER, "", true, true, from, end));
      from = end + 1;
    }
  }

  /** "15 nghìn tỷ", "5 triệu rưỡi", "1 tỷ 200 triệu". */
  private Raw scaled(String text, BigDecimal value, int start, int figureEnd) {
    int zeros = 0;
    int end = figureEnd;
    Matcher next = WORD_BEHIND.matcher(text);
    while (next.region(end, text.length()).lookingAt()) {
      Optional<Integer> more = words.zeros(next.group(1));
      if (more.isEmpty() || zeros > MOST_ZEROS) {
        break;
      }
      zeros += more.get();
      end = next.end();
    }
    Raw raw = new Raw(value, zeros, FactKind.NUMBER, "", true, true, start, end);
    if (zeros == 0) {
      return shortScale(text, raw);
    }
    if (next.region(end, text.length()).lookingAt() && next.group(1).equals("rưỡi")) {
      return new Raw(
          value.add(new BigDecimal("0.5")),
          zeros,
          FactKind.NUMBER,
          "",
          true,
          true,
          start,
          next.end());
    }
    Matcher rest = NEXT_FIGURE.matcher(text).region(end, text.length());
    if (rest.lookingAt() && figures.value(rest.group(1)).isPresent()) {
      int less = words.zeros(rest.group(2)).orElse(0);
      if (less > 0 && less < zeros) {
        BigDecimal sum =
            raw.value().add(figures.value(rest.group(1)).orElseThrow().scaleByPowerOfTen(less));
        return new Raw(sum, 0, FactKind.NUMBER, "", true, true, start, rest.end(2));
      }
    }
    return raw;
  }

  /** "$5m", "£3bn": behind a currency these letters are no unit. */
  private Raw shortScale(String text, Raw raw) {
    Matcher letters = Pattern.compile("(m|bn|k|tn)(?![\\p{L}\\p{N}])").matcher(text);
    if (currencyCode(text, raw.start()).isEmpty()
        || !letters.region(raw.end(), text.length()).lookingAt()) {
      return raw;
    }
    int zeros =
        switch (letters.group(1)) {
          case "k" -> 3;
          case "m" -> 6;
          case "bn" -> 9;
          default -> 12;
        };
    return new Raw(raw.written(), zeros, raw.kind(), "", true, true, raw.start(), letters.end());
  }

  private Raw withUnit(String text, Raw raw) {
    Raw behind = withUnitBehind(text, raw);
    return behind.kind() == FactKind.AMOUNT
        ? behind // "$45 triệu AUD": the code behind says which dollars.
        : currencyCode(text, raw.start())
            .map(before -> with(raw, FactKind.AMOUNT, before.code(), before.start(), raw.end()))
            .orElse(behind);
  }

  private Raw withUnitBehind(String text, Raw raw) {
    Matcher gap = GAP.matcher(text).region(raw.end(), text.length());
    int at = gap.lookingAt() ? gap.end() : raw.end();
    return with(raw, percents.at(text, at), FactKind.PERCENTAGE)
        .or(() -> with(raw, currencies.at(text, at), FactKind.AMOUNT))
        .or(() -> with(raw, units.at(text, at), FactKind.MEASURE))
        .orElse(raw);
  }

  private static Optional<Raw> with(Raw raw, Optional<Phrases.Found> unit, FactKind kind) {
    return unit.map(found -> with(raw, kind, found.code(), raw.start(), found.end()));
  }

  private static Raw with(Raw raw, FactKind kind, String unit, int start, int end) {
    return new Raw(raw.written(), raw.zeros(), kind, unit, raw.figure(), raw.firm(), start, end);
  }

  private Optional<Phrases.Found> currencyCode(String text, int start) {
    Matcher before = CURRENCY_BEFORE.matcher(text).region(Math.max(0, start - 5), start);
    if (!before.useTransparentBounds(true).find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(currencyCodes.get(before.group(1)))
        .map(code -> new Phrases.Found(code, before.start(), before.end()));
  }

  private void readWord(String text, Matcher token, List<Raw> raws) {
    String word = token.group();
    int roman = Roman.value(word.startsWith("WW") ? word.substring(2) : word); // "WWII"
    if (roman > 0) {
      // A single letter is rather a name than a number: never demanded.
      boolean firm = word.length() > 1;
      raws.add(
          new Raw(
              BigDecimal.valueOf(roman),
              0,
              FactKind.ORDINAL,
              "",
              false,
              firm,
              token.start(),
              token.end()));
      return;
    }
    Optional<NumberWords.Reading> read = words.read(text, token.start(), token.end());
    if (read.isPresent()) {
      NumberWords.Reading number = read.get();
      raws.add(
          withUnit(
              text,
              new Raw(
                  number.value(),
                  0,
                  FactKind.NUMBER,
                  "",
                  false,
                  number.firm(),
                  number.start(),
                  number.end())));
      return;
    }
    words
        .aside(word)
        .ifPresent(
            value ->
                raws.add(
                    new Raw(
                        BigDecimal.valueOf(value),
                        0,
                        FactKind.NUMBER,
                        "",
                        false,
                        false,
                        token.start(),
                        token.end())));
  }

  /** "10-15%" and "from 5 to 7 million": the first number has the unit of the second. */
  private static void shareUnits(String text, List<Raw> raws) {
    for (int i = raws.size() - 2; i >= 0; i--) {
      Raw first = raws.get(i);
      Raw second = raws.get(i + 1);
      boolean range =
          first.isBare()
              && !second.isBare()
              && second.kind() != FactKind.ORDINAL
              && first.end() <= second.start()
              && RANGE.matcher(text.substring(first.end(), second.start())).matches();
      if (range) {
        raws.set(i, first.like(second));
      }
    }
  }

  private void add(Raw raw, Scan scan) {
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
