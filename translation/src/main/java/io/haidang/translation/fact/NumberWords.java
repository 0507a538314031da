package io.haidang.translation.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in words: "hai mươi lăm nghìn", "one hundred and five". Immutable. */
final class NumberWords {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final Pattern JOIN = Pattern.compile("[\\s\\u00a0]+|-");

  /** Digits that Vietnamese writes so only behind tens, and one that it never writes there. */
  private static final Set<String> BEHIND_TENS = Set.of("lăm", "nhăm", "mốt", "tư");

  private static final Set<String> NEVER_BEHIND = Set.of("năm");
  private static final Set<String> ARTICLES = Set.of("a", "an");

  /** What is longer counts nothing in this world. */
  private static final int MOST_DIGITS = 24;

  /** What the last word of a number was, and so what may follow. */
  private enum Last {
    NOTHING,
    DIGIT,
    TEEN,
    TENS,
    HUNDRED,
    SCALE,
    FILLER
  }

  /**
   * A number that was read.
   *
   * @param end the offset behind its last word
   * @param firm whether the words say nothing else
   */
  record Reading(BigDecimal value, int start, int end, boolean firm) {}

  private final Map<String, Integer> digits = new HashMap<>();
  private final Map<String, Integer> scales = new HashMap<>();
  private final Map<String, List<Integer>> others = new HashMap<>();
  private final Set<String> tens;
  private final Set<String> fillers;
  private final Set<String> tentative;

  NumberWords(Lexicon lexicon) {
    lexicon.codes("digit").forEach((word, value) -> digits.put(word, Integer.valueOf(value)));
    lexicon.codes("scale").forEach((word, zeros) -> scales.put(word, Integer.valueOf(zeros)));
    lexicon
        .codes("tentative")
        .forEach(
            (word, value) ->
                others.computeIfAbsent(word, key -> new ArrayList<>()).add(Integer.valueOf(value)));
    tens = new HashSet<>(lexicon.words("ten"));
    fillers = new HashSet<>(lexicon.words("filler"));
    tentative = new HashSet<>(lexicon.words("tentative"));
  }

  /** How many zeros a word adds to the number before it; empty when it is no such word. */
  Optional<Integer> zeros(String word) {
    return Optional.ofNullable(scales.get(word.toLowerCase(Locale.ROOT)));
  }

  /** The number that the word at {@code start} begins. */
  Optional<Reading> read(String text, int start, int wordEnd) {
    String first = text.substring(start, wordEnd).toLowerCase(Locale.ROOT);
    if (!digits.containsKey(first) && !ARTICLES.contains(first)) {
      return Optional.empty();
    }
    Run run = new Run();
    Matcher word = WORD.matcher(text);
    int words = 0;
    int from = start;
    while (word.region(from, text.length()).lookingAt()) {
      String small = word.group().toLowerCase(Locale.ROOT);
      if (!run.accepts(small, word.end(), text)) {
        break;
      }
      words++;
      Matcher join = JOIN.matcher(text).region(word.end(), text.length());
      if (!join.lookingAt()) {
        break;
      }
      from = join.end();
    }
    if (words == 0 || (words == 1 && ARTICLES.contains(first))) {
      return Optional.empty();
    }
    boolean firm = words > 1 ? !ARTICLES.contains(first) || words > 2 : !tentative.contains(first);
    return Optional.of(new Reading(run.value(), start, run.end, firm));
  }

  /** A number that a word says beside something else: "twice", "nhất". */
  Optional<Integer> aside(String word) {
    List<Integer> values = others.getOrDefault(word.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() || ARTICLES.contains(word.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of(values.get(0));
  }

  /** A number while it is read. */
  private final class Run {

    private BigDecimal total = BigDecimal.ZERO;
    private int group;
    private int pending;
    private Last last = Last.NOTHING;
    private int end;

    boolean accepts(String word, int wordEnd, String text) {
      if (!add(word, wordEnd, text)) {
        return false;
      }
      if (last != Last.FILLER) {
        end = wordEnd;
      }
      return true;
    }

    private boolean add(String word, int wordEnd, String text) {
      Integer digit = digits.get(word);
      if (digit != null) {
        return addDigit(word, digit);
      }
      if (last == Last.NOTHING) {
        // "a hundred", but neither "a city" nor "hundreds".
        pending = 1;
        last = Last.DIGIT;
        return ARTICLES.contains(word) && scaleFollows(wordEnd, text);
      }
      if (tens.contains(word)) {
        group += pending * 10;
        pending = 0;
        return move(last == Last.DIGIT, Last.TENS);
      }
      Integer zeros = scales.get(word);
      if (zeros != null) {
        return addScale(zeros);
      }
      boolean joins = last == Last.HUNDRED || last == Last.SCALE;
      return fillers.contains(word)
          && joins
          && digitFollows(wordEnd, text)
          && move(true, Last.FILLER);
    }

    private boolean addDigit(String word, int digit) {
      if (digit >= 10) {
        boolean takesDigit = digit >= 20 || !tens.isEmpty();
        boolean free = last != Last.DIGIT && last != Last.TEEN && last != Last.TENS;
        group += free ? digit : 0;
        return move(free, takesDigit ? Last.TENS : Last.TEEN);
      }
      boolean behindTens = last == Last.TENS;
      boolean fits =
          last != Last.DIGIT
              && last != Last.TEEN
              && (last == Last.NOTHING || last == Last.FILLER || !NEVER_BEHIND.contains(word))
              && (behindTens || last == Last.NOTHING || !BEHIND_TENS.contains(word));
      pending = fits ? digit : pending;
      return move(fits, Last.DIGIT);
    }

    private boolean addScale(int zeros) {
      if (zeros == 2) {
        boolean fits = last == Last.DIGIT || last == Last.TEEN || last == Last.TENS;
        group = fits ? (group + pending) * 100 : group;
        pending = fits ? 0 : pending;
        return move(fits, Last.HUNDRED);
      }
      if (last == Last.SCALE) {
        if (total.precision() - total.scale() > MOST_DIGITS) {
          return false;
        }
        total = total.scaleByPowerOfTen(zeros);
        return true;
      }
      total = total.add(BigDecimal.valueOf(group + pending).scaleByPowerOfTen(zeros));
      group = 0;
      pending = 0;
      return move(last != Last.FILLER, Last.SCALE);
    }

    private boolean move(boolean allowed, Last next) {
      last = allowed ? next : last;
      return allowed;
    }

    private boolean scaleFollows(int from, String text) {
      return follows(from, text, scales.keySet());
    }

    private boolean digitFollows(int from, String text) {
      return follows(from, text, digits.keySet());
    }

    private boolean follows(int from, String text, Set<String> words) {
      Matcher join = JOIN.matcher(text).region(from, text.length());
      if (!join.lookingAt()) {
        return false;
      }
      Matcher word = WORD.matcher(text).region(join.end(), text.length());
      return word.lookingAt() && words.contains(word.group().toLowerCase(Locale.ROOT));
    }

    BigDecimal value() {
      return total.add(BigDecimal.valueOf((long) group + pending));
    }
  }
}
