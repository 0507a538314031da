package io.haidang.translation.segment;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a place where a sentence could end is one. Looks no further than {@link #NEAR} in
 * either direction, so that a text takes time in proportion to its length.
 */
final class SentenceEnds {

  private static final int NEAR = 64;

  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.)+");
  private static final Pattern LIST_NUMBER =
      Pattern.compile("(?:[-–•*+]\\s*)?(?:\\d{1,3}(?:\\.\\d{1,3}){0,9}|[IVXLC]{1,6}|\\p{L})[.)]");
  private static final Pattern LABEL =
      Pattern.compile(
          "(\\p{L}+(?: \\p{L}+)?) (?:\\d{1,4}(?:\\.\\d{1,3}){0,9}|[IVXLC]{1,6}|\\p{Lu})[.:]");

  private static final Pattern CJK_LABEL =
      Pattern.compile("[第제]\\s?\\d{1,4}\\s?[條条章節节款項项조장절항][.:]");

  /** Dates with a space behind each point: "30. 4. 2025", "2025. 5. 12." */
  private static final Pattern DATE_BEGUN =
      Pattern.compile("(?:^|[^\\d.])(?:\\d{1,4}\\. ?){1,2}\\s*$");

  private static final Pattern DATE_REST =
      Pattern.compile("\\d{1,2}\\. ?\\d{1,4}(?!\\d)|\\d{1,2}\\.(?= )(?! ?\\p{Lu})|\\d{4}(?!\\d)");
  private static final Pattern WHOLE_DATE =
      Pattern.compile("(?:^|[^\\d.])\\d{4}\\. ?\\d{1,2}\\. ?\\d{1,2}\\.\\s*$");
  private static final Pattern QUOTATION = Pattern.compile("[。！？!?.…][」』”’\"'）)]+$");
  private static final Pattern QUOTE_CLOSES = Pattern.compile("\\s*[»」』]");
  private static final Pattern FIRST_WORD = Pattern.compile("\\P{L}{0,8}(\\p{L}+)");

  private static final String CLOSING = "\"'”’»)]}›*_";

  private final SegmentationRules rules;
  private final boolean datesEndWithPoint;

  SentenceEnds(Locale language) {
    this.rules = SegmentationRules.of(language);
    this.datesEndWithPoint = language.getLanguage().equals("ko");
  }

  /** Whether a sentence that began at {@code start} ends before {@code end}. */
  boolean isEnd(String text, int start, int end) {
    String before = before(text, start, end);
    String after = text.substring(end, Math.min(text.length(), end + NEAR));
    if (nextLetterIsSmall(after)
        || QUOTE_CLOSES.matcher(after).lookingAt()
        || isInsideDate(before, after)
        || goesOnBehindQuote(before, after)) {
      return false;
    }
    boolean whole = before.length() < NEAR;
    if (whole && (LIST_NUMBER.matcher(before.strip()).matches() || isLabel(before.strip()))) {
      return false;
    }
    return !endsWithAbbreviation(before, after);
  }

  /** The end of the sentence, without the white space behind it. */
  private static String before(String text, int start, int end) {
    int stop = end;
    while (stop > start && Segmenter.isSpace(text.charAt(stop - 1))) {
      stop--;
    }
    return text.substring(Math.max(start, stop - NEAR), stop);
  }

  private static boolean nextLetterIsSmall(String after) {
    for (int i = 0; i < after.length(); i++) {
      char c = after.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return Character.isLowerCase(c);
      }
      if ("-–—".indexOf(c) >= 0) {
        return false; // A dash opens a new speech or list item whatever follows.
      }
    }
    return false;
  }

  private boolean isInsideDate(String before, String after) {
    if (!before.endsWith(".")) {
      return false;
    }
    if (datesEndWithPoint && WHOLE_DATE.matcher(before).find()) {
      return true;
    }
    return DATE_BEGUN.matcher(before).find() && DATE_REST.matcher(after).lookingAt();
  }

  private boolean goesOnBehindQuote(String before, String after) {
    return QUOTATION.matcher(before).find() && rules.quoting().stream().anyMatch(after::startsWith);
  }

  private boolean isLabel(String sentence) {
    if (CJK_LABEL.matcher(sentence).matches()) {
      return true;
    }
    Matcher label = LABEL.matcher(sentence);
    return label.matches() && rules.labels().contains(label.group(1).toLowerCase(Locale.ROOT));
  }

  private boolean endsWithAbbreviation(String before, String after) {
    int end = before.length();
    while (end > 0 && CLOSING.indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && !Segmenter.isSpace(before.charAt(start - 1))) {
      start--;
    }
    String word = before.substring(start, end).replaceAll("^[(\\[“\"'‘«‹]+", "");
    String small = word.toLowerCase(Locale.ROOT);
    if (rules.titles().contains(small)) {
      return true;
    }
    if (INITIALS.matcher(word).matches()) {
      return word.length() <= 2 || !startsSentence(after);
    }
    return rules.numbered().contains(small)
        && !after.isEmpty()
        && Character.isDigit(after.charAt(0));
  }

  /** Initials of one letter belong to a name; longer ones may end a sentence. */
  private boolean startsSentence(String after) {
    Matcher first = FIRST_WORD.matcher(after);
    return first.lookingAt() && rules.starters().contains(first.group(1).toLowerCase(Locale.ROOT));
  }
}
