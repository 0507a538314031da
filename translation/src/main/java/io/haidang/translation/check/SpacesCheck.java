package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding.Fix;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spaces that are doubled, at the edges, or before a mark, where the source has none. */
final class SpacesCheck implements Check {

  private static final Pattern WRONG =
      Pattern.compile(
          "^[ \\t]+|[ \\t]+$|[ \\t]{2,}|(?<=[\\p{L}\\p{N}])[ \\t]+(?=[,;.!?)](?:\\s|$))");

  @Override
  public String id() {
    return "spaces";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    if (WRONG.matcher(pair.sourceText()).find() || Check.is(pair.targetLanguage(), "fr")) {
      return List.of();
    }
    Matcher wrong = WRONG.matcher(pair.targetText());
    return wrong
        .results()
        .map(match -> finding(match.start(), match.end(), pair.targetText()))
        .toList();
  }

  private Finding finding(int start, int end, String text) {
    boolean between =
        start > 0
            && end < text.length()
            && (Character.isLetterOrDigit(text.charAt(end))
                || "(\"“‘".indexOf(text.charAt(end)) >= 0);
    TextSpan span = new TextSpan(start, end);
    Fix fix = new Fix(span, between ? " " : "");
    return new Finding(id(), Severity.WARNING, null, span, "", "too many spaces", fix);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Thành phố.", "The city."),
        Example.right("Một  hai.", "One  two."),
        Example.right("Chỉ 0,5.", "Only .5 of it."),
        Example.wrong("Thành phố lớn.", "The big  city."),
        Example.wrong("Thành phố, cảng.", "The city , the port."),
        Example.wrong("Thành phố.", " The city."));
  }
}
