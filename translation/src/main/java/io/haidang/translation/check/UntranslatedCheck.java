package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Source text left standing: the whole segment, or Vietnamese words that are not names. */
final class UntranslatedCheck implements Check {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern VIETNAMESE =
      Pattern.compile("[ăâđêôơưĂÂĐÊÔƠƯ\\u1EA0-\\u1EF9]|[àáãèéìíòóõùúýĩũÀÁÃÈÉÌÍÒÓÕÙÚÝĨŨ]");

  @Override
  public String id() {
    return "untranslated";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    String source = fold(pair.sourceText());
    String target = pair.targetText();
    if (WORD.matcher(source).results().limit(2).count() == 2 && source.equals(fold(target))) {
      return List.of(finding(new TextSpan(0, target.length())));
    }
    if (!Check.is(pair.context().pair().source(), "vi")
        || Check.is(pair.context().pair().target(), "vi")) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Matcher words = WORD.matcher(target);
    while (words.find()) {
      String word = words.group();
      // Names begin with a capital; borrowed words such as "café" do not occur in the source.
      boolean isName = Character.isUpperCase(word.codePointAt(0));
      if (!isName
          && VIETNAMESE.matcher(Normalizer.normalize(word, Normalizer.Form.NFC)).find()
          && source.contains(fold(word))) {
        findings.add(finding(new TextSpan(words.start(), words.end())));
      }
    }
    return findings;
  }

  private Finding finding(TextSpan target) {
    return new Finding(id(), Severity.WARNING, null, target, "", "still in the source language");
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip();
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Ông Lê Ngọc Châu phát biểu.", "Mr. Lê Ngọc Châu spoke."),
        Example.right("Quán cà phê mới.", "A new café."),
        Example.right("Logistics", "Logistics"),
        Example.wrong("Cảng biển mới.", "Cảng biển mới."),
        Example.wrong("Cảng biển mới.", "The new cảng biển."));
  }
}
