package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small letter where a sentence begins, and words such as "THe". */
final class CapitalsCheck implements Check {

  private static final Pattern FIRST = Pattern.compile("^[\\s\"'“‘(\\[«]*(\\p{L})");
  private static final Pattern DOUBLE =
      Pattern.compile("(?<![\\p{L}\\p{N}.])\\p{Lu}{2}(?!s(?!\\p{L}))\\p{Ll}+(?![\\p{L}\\p{N}])");

  @Override
  public String id() {
    return "capitals";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Finding> findings = new ArrayList<>();
    Matcher source = FIRST.matcher(pair.sourceText());
    Matcher target = FIRST.matcher(pair.targetText());
    if (source.find() && target.find()) {
      String letter = target.group(1);
      boolean small = Character.isLowerCase(letter.codePointAt(0));
      if (small
          && Character.isUpperCase(source.group(1).codePointAt(0))
          && !isOwnSpelling(pair, target)) {
        findings.add(finding(target.start(1), target.end(1), letter.toUpperCase(Locale.ROOT)));
      }
    }
    Matcher words = DOUBLE.matcher(pair.targetText());
    while (words.find()) {
      if (!pair.sourceText().contains(words.group())) {
        String word = words.group();
        String mended = word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
        findings.add(finding(words.start(), words.end(), mended));
      }
    }
    return findings;
  }

  /** "iPhone", "eGov": the source has it so. */
  private static boolean isOwnSpelling(CheckedPair pair, Matcher target) {
    String word = pair.targetText().substring(target.start(1)).split("[^\\p{L}\\p{N}-]", 2)[0];
    return word.chars().anyMatch(Character::isUpperCase) || pair.sourceText().startsWith(word);
  }

  private Finding finding(int start, int end, String expected) {
    TextSpan span = new TextSpan(start, end);
    Fix fix = new Fix(span, expected);
    return new Finding(id(), Severity.WARNING, null, span, expected, "capital", fix);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Thành phố lớn.", "The big city."),
        Example.right("thành phố lớn", "the big city"),
        Example.right("Điện thoại iPhone.", "iPhone handsets."),
        Example.wrong("Thành phố lớn.", "the big city."),
        Example.wrong("Thành phố lớn.", "THe big city."));
  }
}
