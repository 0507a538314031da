package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text, small, with their places. */
final class Words {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}]+)*+");

  /** One word. */
  record Word(String text, TextSpan span) {}

  private Words() {}

  static List<Word> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(
            match ->
                new Word(
                    match.group().toLowerCase(Locale.ROOT),
                    new TextSpan(match.start(), match.end())))
        .toList();
  }
}
