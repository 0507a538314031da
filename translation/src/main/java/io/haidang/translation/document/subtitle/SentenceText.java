package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.subtitle.CueToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of cue parts that are read together.
 *
 * @param plain without codes
 * @param ends where in {@code plain} each part ends
 */
record SentenceText(InlineMarkup markup, String plain, List<Integer> ends) {

  /** The parts with a space in between, where their script has spaces. */
  static SentenceText of(List<CuePart> parts, String file) {
    InlineMarkup.Builder builder = new InlineMarkup.Builder();
    StringBuilder plain = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean first = true;
      for (CueToken token : parts.get(i).tokens()) {
        String name = i + token.name(); // No pair reaches into another cue.
        String source = file.substring(token.start(), token.end());
        String words = words(plain, token, first);
        first = false;
        plain.append(words);
        builder.words(words);
        switch (token.kind()) {
          case OPEN -> builder.open(name, source);
          case CLOSE -> builder.close(name, source);
          case ALONE -> builder.alone(source);
          case WORDS, LINE_END -> {}
        }
      }
      ends.add(plain.length());
    }
    return new SentenceText(builder.build(), plain.toString(), List.copyOf(ends));
  }

  /** Adds the words of a part as {@link #of} does. */
  static void append(StringBuilder plain, CuePart part) {
    boolean first = true;
    for (CueToken token : part.tokens()) {
      plain.append(words(plain, token, first));
      first = false;
    }
  }

  /** What a token adds: line ends are spaces, and none stands beside another. */
  private static String words(StringBuilder before, CueToken token, boolean firstOfPart) {
    String words = token.kind() == Kind.LINE_END ? "\n" : token.words().replaceAll("[ \\t]+", " ");
    if (firstOfPart && before.length() > 0) {
      words = "\n" + words.stripLeading();
    }
    if (before.length() > 0 && words.startsWith(" ") && endsWithSpace(before)) {
      words = words.substring(1);
    }
    if (!words.startsWith("\n")) {
      return words;
    }
    boolean joined = before.length() == 0 || endsWithSpace(before) || endsWithoutSpaces(before);
    return (joined ? "" : " ") + words.substring(1);
  }

  private static boolean endsWithSpace(StringBuilder text) {
    return Character.isWhitespace(text.charAt(text.length() - 1));
  }

  private static boolean endsWithoutSpaces(StringBuilder text) {
    return Scripts.hasNoSpaces(text.codePointBefore(text.length()));
  }
}
