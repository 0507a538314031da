package io.haidang.gateway.campaign;

import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.EnglishInsertion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the new name in place of the old one, as far as a program can be sure of the grammar.
 *
 * @param text with the new name; the old text where {@code doubt} says why not
 * @param doubt why a person has to do it; empty when it is done
 */
record NameReplacement(String text, String doubt) {

  /** Nothing around a name depends on it in these languages. */
  private static final Set<String> WITHOUT_INFLECTION = Set.of("vi", "zh", "ja", "th", "lo", "km");

  private static final String ENGLISH = "en";

  static NameReplacement in(String text, OldName old, Rename rename) {
    String language = rename.language().getLanguage();
    if (!language.equals(ENGLISH) && !WITHOUT_INFLECTION.contains(language)) {
      return new NameReplacement(text, "grammar of the language");
    }
    if (!old.isUsed()) {
      return new NameReplacement(text, "the name is gone");
    }
    String replaced = text;
    for (TextSpan span : lastFirst(old)) {
      String written = span.of(text);
      if (!isSafe(written, rename.oldName())) {
        return new NameReplacement(text, "another form of the name");
      }
      String name = likeWritten(written, rename);
      replaced =
          language.equals(ENGLISH)
              ? EnglishInsertion.replace(replaced, span, name)
              : replaced.substring(0, span.start()) + name + replaced.substring(span.end());
    }
    return new NameReplacement(replaced, "");
  }

  /** One for each place; where several begin, the shortest leaves an ending such as 's. */
  private static List<TextSpan> lastFirst(OldName old) {
    Map<Integer, TextSpan> byStart = new TreeMap<>(Comparator.reverseOrder());
    for (TextSpan span : old.spans()) {
      byStart.merge(span.start(), span, (one, other) -> one.end() <= other.end() ? one : other);
    }
    return new ArrayList<>(byStart.values());
  }

  private static boolean isSafe(String written, String oldName) {
    return isAsListed(written, oldName)
        || written.equals(withoutArticle(oldName).toUpperCase(Locale.ROOT));
  }

  private static boolean isAsListed(String written, String oldName) {
    return written.equals(oldName) || written.equals(withoutArticle(oldName));
  }

  /** A heading in capitals stays one. */
  private static String likeWritten(String written, Rename rename) {
    return isAsListed(written, rename.oldName())
        ? rename.newName()
        : rename.newName().toUpperCase(Locale.ROOT);
  }

  private static String withoutArticle(String name) {
    return name.startsWith("The ") || name.startsWith("the ") ? name.substring(4) : name;
  }
}
