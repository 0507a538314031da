package io.haidang.gateway.discussion;

import io.haidang.glossary.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the logins that a comment mentions, whether or not anybody has them. */
public final class Mentions {

  /**
   * Not within a word, an address of a page or one of mail. The last character ends no sentence.
   */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._@/-])@([a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_])?)(?![\\p{L}\\p{N}@])",
          Pattern.CASE_INSENSITIVE);

  private Mentions() {}

  /**
   * A mention.
   *
   * @param span with the {@code @}
   * @param login in lower case
   */
  public record Mention(TextSpan span, String login) {}

  /** In reading order; somebody may be mentioned twice. */
  public static List<Mention> in(String text) {
    List<Mention> found = new ArrayList<>();
    Matcher mention = FORM.matcher(text);
    while (mention.find()) {
      found.add(
          new Mention(
              new TextSpan(mention.start(), mention.end()),
              mention.group(1).toLowerCase(Locale.ROOT)));
    }
    return found;
  }

  /** Each once. */
  static Set<String> logins(String text) {
    return in(text).stream().map(Mention::login).collect(Collectors.toCollection(TreeSet::new));
  }
}
