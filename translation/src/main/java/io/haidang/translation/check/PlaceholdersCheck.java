package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What has to be copied letter by letter: placeholders of software ({@code placeholders}), markup
 * that stands in the text ({@code tags}), and addresses and numbers of documents and telephones
 * ({@code references}).
 */
final class PlaceholdersCheck implements Check {

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{[^{}]{1,60}\\}\\}|\\[\\[[^\\[\\]]{1,60}\\]\\]|\\$?\\{[\\p{Alnum}_.-]{1,40}(?:,[^{}]{0,80})?\\}"
              + "|(?<![\\p{N}%])%(?:\\d+\\$)?[-+0#]{0,3}\\d{0,3}(?:\\.\\d{1,3})?[sdifxXcuoeEgG@](?![\\p{L}\\p{N}])");
  private static final Pattern TAG =
      Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\\s[^<>]{0,300})?/?>");

  private record Copy(String text, TextSpan span) {}

  @Override
  public String id() {
    return "placeholders";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Finding> findings = new ArrayList<>();
    compare(
        id(),
        copies(PLACEHOLDER, pair.sourceText()),
        copies(PLACEHOLDER, pair.targetText()),
        findings);
    compare("tags", copies(TAG, pair.sourceText()), copies(TAG, pair.targetText()), findings);
    references(pair, findings);
    return findings;
  }

  private static List<Copy> copies(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> new Copy(match.group(), new TextSpan(match.start(), match.end())))
        .toList();
  }

  private static void compare(
      String id, List<Copy> source, List<Copy> target, Collection<Finding> findings) {
    List<Copy> added = new ArrayList<>(target);
    for (Copy copy : source) {
      if (!removeFirst(added, copy.text())) {
        findings.add(
            new Finding(
                id, Severity.ERROR, copy.span(), null, copy.text(), "not in the translation"));
      }
    }
    for (Copy copy : added) {
      findings.add(new Finding(id, Severity.ERROR, null, copy.span(), "", "not in the source"));
    }
  }

  private static boolean removeFirst(List<Copy> copies, String text) {
    for (int i = 0; i < copies.size(); i++) {
      if (copies.get(i).text().equals(text)) {
        copies.remove(i);
        return true;
      }
    }
    return false;
  }

  /** Judged by the whole text: a reader of another language may not see where an address ends. */
  private static void references(CheckedPair pair, Collection<Finding> findings) {
    String digits = digits(pair.targetText());
    for (Fact fact : pair.sourceFacts(FactKind.REFERENCE)) {
      boolean kept =
          pair.targetText().contains(fact.wording())
              || pair.targetText().replace('–', '-').contains(fact.value())
              || (isTelephone(fact) && digits.contains(national(fact.value())));
      if (!kept) {
        findings.add(
            new Finding(
                "references",
                Severity.ERROR,
                fact.span(),
                null,
                fact.wording(),
                "not in the translation"));
      }
    }
  }

  private static boolean isTelephone(Fact fact) {
    return fact.value().chars().allMatch(c -> c == '+' || Character.isDigit(c));
  }

  /** Without the zero or the code of the country in front. */
  private static String national(String telephone) {
    return digits(telephone).replaceFirst("^(?:84|0)", "");
  }

  private static String digits(String text) {
    return text.replaceAll("[^\\d]", "");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Có %d tàu và {0} cảng.", "{0} ports and %d ships."),
        Example.right("Tăng 5% số tàu.", "Ships up 5% so far."),
        Example.right("Xem https://haiphong.gov.vn/tin.", "See https://haiphong.gov.vn/tin."),
        Example.right("Gọi 0225 3842 158.", "Call +84 225 3842158."),
        Example.right("Nghị quyết 12/NQ-TW", "Resolution 12/NQ-TW"),
        Example.right("Chữ <b>đậm</b>.", "<b>Bold</b> type."),
        Example.wrong("Có %d tàu.", "There are %s ships."),
        Example.wrong("Chào {{ten}}!", "Hello {{name}}!"),
        Example.wrong("%1$d tàu", "1$d ships"),
        Example.wrong("Chữ <b>đậm</b>.", "<b>Bold type."),
        Example.wrong("Thư: a@haiphong.gov.vn", "Mail: a@haiphong.gov"),
        Example.wrong("Nghị quyết 12/NQ-TW", "Resolution 12/NQ-CP"),
        Example.wrong("Gọi 0225 3842 158.", "Call 0225 3842 185."));
  }
}
