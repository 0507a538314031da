package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Words.Word;
import io.haidang.translation.language.LanguageDetectors;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Source text left standing: the whole segment, or Vietnamese words that are not names. */
final class UntranslatedCheck implements Check {

  private static final String ALREADY = "already-translated";

  /** So many words of the source in a row are no accident. */
  private static final int RUN = 4;

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
      TextSpan all = new TextSpan(0, target.length());
      return List.of(isInTarget(pair) ? already(all) : finding(all));
    }
    List<Finding> runs = runs(pair);
    if (!runs.isEmpty()) {
      return runs;
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
          && !isPlain(word)
          && VIETNAMESE.matcher(Normalizer.normalize(word, Normalizer.Form.NFC)).find()
          && source.contains(fold(word))) {
        findings.add(finding(new TextSpan(words.start(), words.end())));
      }
    }
    return findings;
  }

  /** Texts in several languages have parts that need no translation. */
  private static boolean isInTarget(CheckedPair pair) {
    return LanguageDetectors.bundled()
        .best(pair.sourceText())
        .filter(guess -> guess.isSure() && guess.isOf(pair.context().pair().target()))
        .isPresent();
  }

  private static Finding already(TextSpan target) {
    return new Finding(
        ALREADY, Severity.WARNING, null, target, "", "in the target language already");
  }

  /** Words of the source in a row that are no name, in any pair of languages. */
  private List<Finding> runs(CheckedPair pair) {
    String source =
        " " + String.join(" ", Words.of(pair.sourceText()).stream().map(Word::text).toList()) + " ";
    List<Word> words = Words.of(pair.targetText());
    List<Finding> findings = new ArrayList<>();
    int start = 0;
    while (start < words.size()) {
      int end = start;
      StringBuilder run = new StringBuilder(" ");
      while (end < words.size() && source.contains(run + words.get(end).text() + " ")) {
        run.append(words.get(end++).text()).append(' ');
      }
      if (end - start >= RUN && smallWords(words.subList(start, end), pair.targetText()) >= 3) {
        TextSpan span =
            new TextSpan(words.get(start).span().start(), words.get(end - 1).span().end());
        findings.add(finding(span));
      }
      start = Math.max(end, start + 1);
    }
    return findings;
  }

  private static long smallWords(List<Word> words, String text) {
    return words.stream()
        .map(word -> word.span().of(text))
        .filter(word -> word.length() > 1 && Character.isLowerCase(word.codePointAt(0)))
        .count();
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> c < 0x80);
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
        Example.wrong("Cảng biển mới.", "The new cảng biển."),
        Example.wrong("Ai cho ta may hay em.", "Who cho ta may hay."));
  }
}
