package io.haidang.summarization.compress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves clauses out of sentences where what is left is a sentence still. It works on marks and on
 * the words that begin a clause, and gives up rather than guess: never inside quotation marks,
 * never what limits or contradicts the rest, never so that the rest lacks a verb or ends in a word
 * that asks for another.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class ClauseDropper {

  private static final Pattern PARENTHESIS = Pattern.compile("\\s*\\([^()]{1,200}\\)");
  private static final Pattern SHORT_FORM = Pattern.compile("\\(\\s*([\\p{Lu}\\d&-]{2,12})\\s*\\)");

  /** What limits or contradicts the rest, or holds the verb of the sentence; in small letters. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "(?<!\\p{L})(?:trừ|ngoại trừ|nếu|với điều kiện|tuy nhiên|nhưng|song|mặc dù|chỉ khi|except"
              + "|unless|but|however|provided)(?!\\p{L})"
              + "|,\\s+(?:đã|sẽ|đang|cho biết|khẳng định|nhấn mạnh|yêu cầu|đề nghị)(?!\\p{L})");

  /** Behind these the rest tells of what it is the first or the greatest. */
  private static final Pattern RANK =
      Pattern.compile("(?<!\\p{L})(?:đầu tiên|nhất|duy nhất|kỷ lục|thứ \\p{L}+)\\s*$");

  private static final Pattern NO_ADJUNCT =
      Pattern.compile(
          "[,;:]\\s|(?<!\\p{L})(?:mà|ra|vào|đến|lên|xuống|thêm|thành|để|nhằm|nào|không|chưa|sẽ|đã|là)"
              + "(?!\\p{L})");

  private static final Pattern SPAN =
      Pattern.compile("(?u)\\s(?:sau|chỉ) (?:hơn |gần )?\\d+ (?:giờ|ngày|tuần|tháng|năm)");

  private static final Pattern WITH =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?<!kết )(?:nối|so|cùng|đối thoại|hợp tác|phối hợp|ký|trao đổi|gắn"
              + "|dừng|ngừng|miễn|giảm|tăng|thu|cấm|áp dụng|hỗ trợ|ưu đãi)"
              + "(?:\\s+[^\\s,]+){0,6}$");

  private final ClauseWords words;
  private final Map<Clause, UnaryOperator<String>> cuts = new EnumMap<>(Clause.class);

  private ClauseDropper(ClauseWords words) {
    this.words = words;
    cuts.put(Clause.CONNECTIVE, sentence -> withoutHead(sentence, words.connective()));
    cuts.put(Clause.PARENTHESIS, ClauseDropper::withoutBrackets);
    cuts.put(
        Clause.ATTRIBUTION,
        sentence ->
            withoutTail(withoutHead(sentence, words.attributionHead()), words.attributionTail()));
    cuts.put(Clause.DETAIL, sentence -> withoutTail(sentence, words.detail()));
    cuts.put(Clause.APPOSITION, this::withoutApposition);
    cuts.put(Clause.PURPOSE, sentence -> withoutTail(sentence, words.purpose()));
    cuts.put(Clause.COORDINATE, sentence -> withoutTail(sentence, ClauseWords.SEMICOLON));
    cuts.put(
        Clause.ADJUNCT, sentence -> withoutAdjunct(sentence).stream().findFirst().orElse(sentence));
    cuts.put(Clause.TIME, sentence -> withoutHead(sentence, words.time()));
    cuts.put(Clause.PLACE, this::withoutPlace);
    cuts.put(Clause.RANK, sentence -> withoutFirst(sentence, words.rank()));
    cuts.put(Clause.RATE, sentence -> withoutFirst(sentence, words.rate()));
  }

  /** The rules of a language; for one that is not known only brackets and semicolons. */
  public static ClauseDropper forLanguage(Locale language) {
    return new ClauseDropper(ClauseWords.of(language));
  }

  /** Whether a text without an end mark may be a title: no adverbial, and no word is missing. */
  public boolean isTitleLike(String text) {
    return words.isPhrase(text) && !words.adverbial().matcher(text).matches();
  }

  /** The sentence without one kind of clause, or as it is when it has none that can go. */
  public String without(Clause clause, String sentence) {
    UnaryOperator<String> cut = cuts.getOrDefault(clause, UnaryOperator.identity());
    String shorter = cut.apply(sentence);
    return words.isWhole(shorter) && Quotes.areWhole(shorter) ? shorter : sentence;
  }

  /**
   * Shorter versions, the longest first; none when nothing can go. The sentence itself is not among
   * them.
   *
   * @param allowed what may go
   */
  public List<String> variants(String sentence, Set<Clause> allowed) {
    Set<String> versions = new LinkedHashSet<>();
    String shortest = sentence;
    for (Clause clause : Clause.values()) {
      if (allowed.contains(clause)) {
        versions.add(without(clause, sentence));
        shortest = without(clause, shortest);
        versions.add(shortest);
      }
    }
    if (allowed.contains(Clause.ADJUNCT)) {
      versions.addAll(withoutAdjunct(sentence));
    }
    versions.remove(sentence);
    List<String> sorted = new ArrayList<>(versions);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    return sorted;
  }

  /** A short form that the rest of the sentence goes on to use stays. */
  private static String withoutBrackets(String sentence) {
    Matcher matcher = PARENTHESIS.matcher(sentence);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      Matcher shortForm = SHORT_FORM.matcher(matcher.group().strip());
      boolean used =
          shortForm.matches() && sentence.indexOf(shortForm.group(1), matcher.end()) >= 0;
      boolean keep = used || Quotes.isInside(sentence, matcher.start());
      matcher.appendReplacement(text, keep ? Matcher.quoteReplacement(matcher.group()) : "");
    }
    return matcher.appendTail(text).toString();
  }

  /**
   * A date before the place stays. What follows has to begin with a clause: in "Tại Hà Nội, Huế, …"
   * the comma divides a list.
   */
  private String withoutPlace(String sentence) {
    Matcher time = words.time().matcher(sentence);
    String date = time.lookingAt() ? sentence.substring(0, time.end()) : "";
    Matcher place = words.place().matcher(sentence).region(date.length(), sentence.length());
    if (!place.lookingAt() || place.end() >= sentence.length()) {
      return sentence;
    }
    String rest = sentence.substring(place.end()).strip();
    int comma = rest.indexOf(", ");
    String clause = Sentences.withoutEnd(comma < 0 ? rest : rest.substring(0, comma));
    String kept = date.isEmpty() ? Sentences.capitalized(rest) : date + rest;
    return words.isClause(clause) ? kept : sentence;
  }

  /** Without the groups of a pattern, at its first place outside of quotations. */
  private static String withoutFirst(String sentence, Pattern pattern) {
    Matcher matcher = pattern.matcher(sentence);
    while (matcher.find()) {
      if (!Quotes.isInside(sentence, matcher.start())) {
        StringBuilder text = new StringBuilder(sentence);
        for (int group = matcher.groupCount(); group > 0; group--) {
          text.delete(matcher.start(group), matcher.end(group));
        }
        return text.toString();
      }
    }
    return sentence;
  }

  private static String withoutHead(String sentence, Pattern head) {
    Matcher matcher = head.matcher(sentence);
    if (!matcher.lookingAt() || matcher.end() >= sentence.length()) {
      return sentence;
    }
    return Sentences.capitalized(sentence.substring(matcher.end()).strip());
  }

  /** Cuts from the first place where a tail begins and what stands before it is a sentence. */
  private String withoutTail(String sentence, Pattern tail) {
    Matcher matcher = tail.matcher(sentence);
    int from = 0;
    while (matcher.find(from)) {
      String kept = sentence.substring(0, matcher.start()).strip();
      String dropped = sentence.substring(matcher.end());
      if (!Quotes.isInside(sentence, matcher.start())
          && !NEEDED.matcher(dropped.toLowerCase(Locale.ROOT)).find()
          && !RANK.matcher(kept.toLowerCase(Locale.ROOT)).find()
          && (isTitle(sentence) ? words.isPhrase(kept) : words.isClause(kept))) {
        return kept + Sentences.end(sentence);
      }
      from = matcher.start() + 1;
    }
    return sentence;
  }

  /**
   * All ways to leave the circumstances at the end out, the shortest cut first. What follows has to
   * be that and no more: no further clause, and in a sentence no figure.
   */
  private List<String> withoutAdjunct(String sentence) {
    List<String> versions = new ArrayList<>();
    Matcher matcher = words.adjunct().matcher(sentence);
    while (matcher.find()) {
      String kept = sentence.substring(0, matcher.start()).strip();
      String dropped = sentence.substring(matcher.start());
      boolean whole = isTitle(sentence) ? words.isPhrase(kept) : words.isClause(kept);
      if (whole
          && isWordEnd(kept.codePointBefore(kept.length()))
          && !Quotes.isInside(sentence, matcher.start())
          && !NO_ADJUNCT.matcher(dropped.toLowerCase(Locale.ROOT)).find()
          && (isTitle(sentence) || isSpan(dropped) || !hasFigure(dropped))
          && !RANK.matcher(kept.toLowerCase(Locale.ROOT)).find()
          && (!dropped.strip().startsWith("phục vụ ") || words.isClause(kept))
          && !asksForWith(kept, dropped)
          && !isInsideName(kept, dropped.substring(matcher.end() - matcher.start()))) {
        versions.add(0, kept + Sentences.end(sentence));
      }
    }
    return versions;
  }

  private static boolean isWordEnd(int character) {
    return Character.isLetterOrDigit(character) || character == '%';
  }

  private static boolean hasFigure(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** "sau 34 tháng thi công": a span of time and no other figure. */
  private static boolean isSpan(String dropped) {
    Matcher span = SPAN.matcher(dropped);
    return span.lookingAt() && !hasFigure(dropped.substring(span.end()));
  }

  /**
   * "nối … với …", "miễn phí với …": what follows belongs to the verb, or says for whom it holds.
   */
  private static boolean asksForWith(String kept, String dropped) {
    return dropped.strip().startsWith("với ") && WITH.matcher(kept).find();
  }

  private static boolean isInsideName(String kept, String next) {
    String last = kept.substring(kept.lastIndexOf(' ') + 1);
    return Character.isUpperCase(last.codePointAt(0))
        && !next.isEmpty()
        && Character.isUpperCase(next.codePointAt(0));
  }

  /** A title need not have a verb. */
  private static boolean isTitle(String text) {
    return !Sentences.isEnded(text);
  }

  private String withoutApposition(String sentence) {
    Matcher matcher = words.apposition().matcher(sentence);
    if (!matcher.find() || Quotes.isInside(sentence, matcher.start())) {
      return sentence;
    }
    String rest = sentence.substring(matcher.end()).strip();
    return words.beginsWithVerb(rest)
        ? sentence.substring(0, matcher.start()) + " " + rest
        : sentence;
  }
}
