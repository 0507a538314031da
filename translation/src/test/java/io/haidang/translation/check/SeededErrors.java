package io.haidang.translation.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts one error of a kind into a translation that has none. Draws by a seed. */
final class SeededErrors {

  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  /** What goes wrong, and which checks have to see it. */
  enum Kind {
    NUMBER("numbers", "dates", "currency", "units", "references"),
    TAG("inline-codes"),
    TERM("term-missing", "term-forbidden"),
    UNTRANSLATED("untranslated"),
    LENGTH("length"),
    DROPPED("incomplete");

    private final String checks;

    Kind(String... checks) {
      this.checks = String.join(" ", checks);
    }

    Set<String> checks() {
      return Set.of(checks.split(" ", -1));
    }
  }

  /**
   * A pair with an error.
   *
   * @param limit the most characters of the field
   */
  record Seeded(String source, String target, int limit) {}

  private final Random random = new Random(42);

  /** Empty where the text gives no occasion. */
  Optional<Seeded> seed(Kind kind, String source, String target, String officialName) {
    return switch (kind) {
      case NUMBER -> number(source, target);
      case TAG -> tag(source, target);
      case TERM -> term(source, target, officialName);
      case UNTRANSLATED -> Optional.of(untranslated(source, target));
      case LENGTH -> Optional.of(new Seeded(source, target + " and so on", target.length()));
      case DROPPED -> dropped(source, target);
    };
  }

  private Optional<Seeded> number(String source, String target) {
    return any(FIGURE, target)
        .map(
            figure -> {
              int at = figure.start() + random.nextInt(figure.end() - figure.start());
              while (!Character.isDigit(target.charAt(at))) {
                at = figure.start() + random.nextInt(figure.end() - figure.start());
              }
              char other = (char) ('1' + (target.charAt(at) - '0' + 1 + random.nextInt(7)) % 9);
              other = other == target.charAt(at) ? (char) (other == '9' ? '8' : other + 1) : other;
              return unlimited(source, target.substring(0, at) + other + target.substring(at + 1));
            });
  }

  private Optional<MatchResult> any(Pattern pattern, String text) {
    var all = pattern.matcher(text).results().toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private Optional<Seeded> tag(String source, String target) {
    Optional<MatchResult> there = any(WORD, source);
    Optional<MatchResult> here = any(WORD, target);
    if (there.isEmpty() || here.isEmpty()) {
      return Optional.empty();
    }
    String marked = around(source, there.get(), "‹1›", "‹/1›");
    return Optional.of(
        switch (random.nextInt(4)) {
          case 0 -> unlimited(marked, target);
          case 1 -> unlimited(marked, around(target, here.get(), "‹1›", ""));
          case 2 -> unlimited(marked, around(target, here.get(), "‹/1›", "‹1›"));
          default -> unlimited(marked, around(target, here.get(), "‹2›", "‹/2›"));
        });
  }

  private static String around(String text, MatchResult word, String open, String close) {
    return text.substring(0, word.start())
        + open
        + word.group()
        + close
        + text.substring(word.end());
  }

  private static Optional<Seeded> term(String source, String target, String name) {
    String without = target.replaceAll("(?i)" + Pattern.quote(name), "the office");
    return name.isEmpty() || without.equals(target)
        ? Optional.empty()
        : Optional.of(unlimited(source, without));
  }

  /** The whole sentence, or a part from its middle. */
  private Seeded untranslated(String source, String target) {
    String[] words = source.split(" ", -1);
    if (words.length < 12 || random.nextBoolean()) {
      return unlimited(source, source);
    }
    int from = words.length / 3;
    String part = String.join(" ", java.util.Arrays.copyOfRange(words, from, from + 6));
    int cut = target.indexOf(' ', target.length() / 2);
    return unlimited(
        source,
        target.substring(0, cut) + " " + part.toLowerCase(Locale.ROOT) + target.substring(cut));
  }

  private static Optional<Seeded> dropped(String source, String target) {
    int cut = target.indexOf(' ', target.length() / 3);
    return cut < 0 || source.length() < 60
        ? Optional.empty()
        : Optional.of(unlimited(source, target.substring(0, cut) + "."));
  }

  private static Seeded unlimited(String source, String target) {
    return new Seeded(source, target, Integer.MAX_VALUE);
  }
}
