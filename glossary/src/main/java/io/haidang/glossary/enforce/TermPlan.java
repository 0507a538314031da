package io.haidang.glossary.enforce;

import io.haidang.glossary.TextSpan;
import java.util.List;
import java.util.Locale;

/**
 * What the glossary asks of the translation of one segment.
 *
 * @param source the segment
 * @param target language of the translation
 * @param requirements names that must appear, in source order; a name that occurs twice is listed
 *     twice
 * @param findings what is already wrong in the source, such as a name no longer official on the
 *     date of the text
 */
public record TermPlan(
    String source, Locale target, List<TermRequirement> requirements, List<TermFinding> findings) {

  public TermPlan {
    requirements = List.copyOf(requirements);
    findings = List.copyOf(findings);
  }

  /** The source with every required name written as {@code open name middle rendering close}. */
  public String annotated(String open, String middle, String close) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (TermRequirement requirement : requirements) {
      TextSpan span = requirement.match().span();
      text.append(source, copied, span.start())
          .append(open)
          .append(' ')
          .append(span.of(source))
          .append(' ')
          .append(middle)
          .append(' ')
          .append(requirement.rendering().text())
          .append(' ')
          .append(close);
      copied = span.end();
    }
    return text.append(source, copied, source.length()).toString();
  }
}
