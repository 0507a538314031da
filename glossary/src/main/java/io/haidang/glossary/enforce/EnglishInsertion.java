package io.haidang.glossary.enforce;

import io.haidang.glossary.TextSpan;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a name into an English sentence so that the words at the seam still fit: one article, "a" or
 * "an" by the sound that follows, a capital where a sentence starts. Nothing else is touched.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class EnglishInsertion {

  private static final Pattern ARTICLE_BEFORE =
      Pattern.compile("(?<![\\p{L}\\p{N}'’-])(the|an|a)\\s+$", Pattern.CASE_INSENSITIVE);

  private static final Pattern ARTICLE_OF_NAME =
      Pattern.compile("^(?:the|an?)\\s+", Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE_START =
      Pattern.compile("(?:^|[.!?…:]\\s)[\\s\"'“‘(\\[•*–-]*$");

  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}'’]+)\\s+$");

  /** After these a noun phrase begins; after other words the name may be part of one. */
  private static final Set<String> BEFORE_A_PHRASE =
      Set.of(
          "by", "of", "to", "from", "with", "for", "in", "at", "on", "and", "or", "but", "that",
          "as", "between", "through", "under", "into", "when", "where", "while", "because", "if",
          "after", "before", "until", "against", "about", "than");

  /** Heads of names that take "the". */
  private static final Set<String> BODIES =
      Set.of(
          "academy",
          "agency",
          "archipelago",
          "assembly",
          "association",
          "authority",
          "bank",
          "board",
          "commission",
          "committee",
          "council",
          "court",
          "delegation",
          "department",
          "directorate",
          "division",
          "front",
          "government",
          "inspectorate",
          "institute",
          "ministry",
          "office",
          "organization",
          "politburo",
          "procuracy",
          "republic",
          "union");

  private static final Pattern HEAD_BEFORE_OF = Pattern.compile("(\\p{L}+) (?:of|for) .*");

  /** A bracketed abbreviation is not what the ear hears last. */
  private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)$");

  private EnglishInsertion() {}

  /**
   * {@code text} with {@code name} in place of {@code span}.
   *
   * @param name as the glossary writes it, with or without an article of its own
   */
  public static String replace(String text, TextSpan span, String name) {
    String before = text.substring(0, span.start());
    String after = text.substring(span.end());
    boolean ownArticle = ARTICLE_OF_NAME.matcher(name).find();
    String bare = ARTICLE_OF_NAME.matcher(name).replaceFirst("");
    Matcher article = ARTICLE_BEFORE.matcher(before);
    if (article.find()) {
      return before.substring(0, article.start())
          + likeFirst(article.group(1), articleBefore(article.group(1), bare, ownArticle))
          + " "
          + bare
          + after;
    }
    boolean addsArticle = ownArticle || (takesArticle(bare) && beginsPhrase(before));
    String phrase = addsArticle ? "the " + bare : bare;
    return before + (startsSentence(before) ? capitalized(phrase) : phrase) + after;
  }

  private static String articleBefore(String article, String name, boolean ownArticle) {
    if (ownArticle || article.equalsIgnoreCase("the")) {
      return "the";
    }
    return EnglishSound.startsWithVowel(name) ? "an" : "a";
  }

  private static boolean startsSentence(String before) {
    return SENTENCE_START.matcher(before).find();
  }

  private static boolean beginsPhrase(String before) {
    if (startsSentence(before)) {
      return true;
    }
    Matcher word = LAST_WORD.matcher(before);
    return word.find()
        ? BEFORE_A_PHRASE.contains(word.group(1).toLowerCase(Locale.ROOT))
        : before.stripTrailing().endsWith(",");
  }

  private static boolean takesArticle(String name) {
    String full = IN_BRACKETS.matcher(name).replaceFirst("");
    if (!Character.isUpperCase(full.codePointAt(0))) {
      return false;
    }
    Matcher of = HEAD_BEFORE_OF.matcher(full);
    String head = of.find() ? of.group(1) : full.substring(full.lastIndexOf(' ') + 1);
    return BODIES.contains(head.toLowerCase(Locale.ROOT));
  }

  private static String likeFirst(String pattern, String word) {
    return Character.isUpperCase(pattern.charAt(0)) ? capitalized(word) : word;
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
