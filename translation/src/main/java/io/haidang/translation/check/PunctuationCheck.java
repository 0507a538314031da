package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Another mark at the end, brackets and quotation marks that do not close. */
final class PunctuationCheck implements Check {

  private static final String MARKS = ".。?？!！:：…";
  private static final String CLOSING = "\"'”’»)]）」";

  /** A longer text without a mark at its end is no heading: its author forgot the full stop. */
  private static final int LONGEST_HEADING = 100;

  private static final Pattern OWN_DOT =
      Pattern.compile("(?:\\p{L}\\.\\p{L}|\\b(?:etc|Ltd|Co|Inc|Jr))\\.\\s*$");
  private static final int LONGEST_OWN = 10;

  private static final String[] BRACKETS = {"()", "[]", "{}", "“”", "«»", "（）", "「」"};

  @Override
  public String id() {
    return "punctuation";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Finding> findings = new ArrayList<>();
    compareEnds(pair, findings);
    for (String both : BRACKETS) {
      boolean inSource = closes(pair.sourceText(), both.charAt(0), both.charAt(1));
      if (inSource && !closes(pair.targetText(), both.charAt(0), both.charAt(1))) {
        findings.add(unclosed(both));
      }
    }
    if (even(pair.sourceText()) && !even(pair.targetText())) {
      findings.add(unclosed("\""));
    }
    return findings;
  }

  private static boolean closes(String text, char open, char close) {
    return text.chars().filter(c -> c == open).count()
        == text.chars().filter(c -> c == close).count();
  }

  private static boolean even(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  private void compareEnds(CheckedPair pair, List<Finding> findings) {
    String wanted = like(mark(pair.sourceText()));
    String got = like(mark(pair.targetText()));
    boolean forgotten = pair.sourceText().length() > LONGEST_HEADING && got.equals(".");
    if (wanted.equals(got)
        || (wanted.isEmpty() && (forgotten || endsInLetterDot(pair.targetText())))) {
      return;
    }
    int end = end(pair.targetText());
    TextSpan place = new TextSpan(end - got.length(), end);
    boolean wide = !isLatin(pair.targetText());
    Fix fix = wide && place.length() == 0 ? null : new Fix(place, wanted);
    findings.add(new Finding(id(), Severity.WARNING, null, place, wanted, "ends otherwise", fix));
  }

  private static boolean isLatin(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  /** Where the text ends, but for spaces, closing brackets and quotation marks. */
  private static int end(String text) {
    int end = text.length();
    while (end > 0
        && (Character.isWhitespace(text.charAt(end - 1))
            || CLOSING.indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return end;
  }

  private static String mark(String text) {
    int end = end(text);
    return end > 0 && MARKS.indexOf(text.charAt(end - 1)) >= 0 ? text.substring(end - 1, end) : "";
  }

  /** "U.S." and "etc." end in a dot of their own. */
  private static boolean endsInLetterDot(String text) {
    return OWN_DOT.matcher(text.substring(Math.max(0, text.length() - LONGEST_OWN))).find();
  }

  private static String like(String mark) {
    return switch (mark) {
      case "。" -> ".";
      case "？" -> "?";
      case "！" -> "!";
      case "：" -> ":";
      default -> mark;
    };
  }

  private Finding unclosed(String marks) {
    return new Finding(id(), Severity.WARNING, null, null, marks, "does not close");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Thành phố lớn.", "A big city."),
        Example.right("Lớn không?", "Is it big?"),
        Example.right("Ông nói: \"Được.\"", "He said: \"Yes.\""),
        Example.right("tại Hoa Kỳ", "in the U.S."),
        Example.wrong("Lớn không?", "It is big."),
        Example.wrong("Thành phố lớn.", "A big city"),
        Example.wrong("Cảng (mới) đẹp.", "The (new port is nice."),
        Example.wrong("Ông nói: \"Được.\"", "He said: \"Yes."));
  }
}
