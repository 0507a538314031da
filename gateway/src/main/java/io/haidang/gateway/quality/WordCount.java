package io.haidang.gateway.quality;

import io.haidang.translation.document.InlineCodes;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as scores count them: what stands between spaces; where nothing does, each letter. */
final class WordCount {

  private static final Pattern WORD = Pattern.compile("\\p{N}+(?:[.,/:]\\p{N}+)*+|[\\p{L}\\p{M}]+");
  private static final Pattern LETTER =
      Pattern.compile("\\p{N}+(?:[.,/:]\\p{N}+)*+|[A-Za-z]+|\\p{L}\\p{M}*");

  private WordCount() {}

  static int of(String text, Locale language) {
    Pattern token =
        switch (language.getLanguage()) {
          case "zh", "ja", "th" -> LETTER;
          default -> WORD;
        };
    return (int) token.matcher(InlineCodes.strip(text)).results().count();
  }
}
