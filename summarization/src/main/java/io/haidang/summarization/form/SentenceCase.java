package io.haidang.summarization.form;

import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TextSpan;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.compress.Sentences;
import io.haidang.summarization.extract.OutlineSentence;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a title that stands in capitals as a sentence. Names keep their capitals: those that the
 * body of the story writes, and those of the glossary.
 */
final class SentenceCase {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final int LONGEST_NAME = 10;

  private final StoryText story;
  private final Material material;
  private final String body;
  private final String smallBody;

  private SentenceCase(Material material) {
    this.material = material;
    this.story = material.request().story();
    this.body =
        " "
            + String.join(
                " ", material.outline().body().stream().map(SentenceCase::inner).toList());
    this.smallBody = body.toLowerCase(Locale.ROOT);
  }

  static SentenceCase of(Material material) {
    return new SentenceCase(material);
  }

  /** The sentence with a small beginning, so that no capital of it is there for its place only. */
  private static String inner(OutlineSentence sentence) {
    String text = sentence.text();
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /**
   * A line of a title; one that has small letters is left alone.
   *
   * @param begins whether the title begins with it
   */
  String write(String line, boolean begins) {
    StringBuilder text = new StringBuilder(line.toLowerCase(Locale.ROOT));
    if (line.codePoints().anyMatch(Character::isLowerCase) || text.length() != line.length()) {
      return line;
    }
    takeFromBody(text);
    takeFromGlossary(text, line);
    return begins ? Sentences.capitalized(text.toString()) : text.toString();
  }

  private void takeFromBody(StringBuilder text) {
    int[][] words =
        WORD.matcher(text).results().map(m -> new int[] {m.start(), m.end()}).toArray(int[][]::new);
    for (int i = 0; i < words.length; ) {
      int taken = 1;
      for (int n = Math.min(LONGEST_NAME, words.length - i); n >= 1; n--) {
        int start = words[i][0];
        int end = words[i + n - 1][1];
        String written = inBody(text.substring(start, end));
        if (!written.isEmpty()) {
          text.replace(start, end, written);
          taken = n;
          break;
        }
      }
      i += taken;
    }
  }

  /** How the body writes a phrase when it gives it a capital at either end; empty otherwise. */
  private String inBody(String phrase) {
    Matcher places =
        Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])")
            .matcher(smallBody);
    while (places.find() && smallBody.length() == body.length()) {
      String written = body.substring(places.start(), places.end());
      int lastWord = written.lastIndexOf(' ') + 1;
      if (Character.isUpperCase(written.codePointAt(0))
          || Character.isUpperCase(written.codePointAt(lastWord))) {
        return written;
      }
    }
    return "";
  }

  private void takeFromGlossary(StringBuilder text, String title) {
    for (TermMatch match :
        material.request().names().match(title, story.language(), story.date())) {
      TextSpan span = match.span();
      String name = match.term().text();
      if (name.length() == span.length()
          && name.equalsIgnoreCase(text.substring(span.start(), span.end()))) {
        text.replace(span.start(), span.end(), name);
      }
    }
  }
}
