package io.haidang.glossary.match;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The forms that an English name takes in a sentence: singular, plural, possessive, for its last
 * word and for the noun before "of". Names of people and places take the possessive only. Verbs are
 * left alone.
 */
final class EnglishInflector {

  /** Nouns whose plural has no rule, by their singular; also those that have none. */
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("man", "men"),
          Map.entry("woman", "women"),
          Map.entry("person", "people"),
          Map.entry("child", "children"),
          Map.entry("foot", "feet"),
          Map.entry("analysis", "analyses"),
          Map.entry("basis", "bases"),
          Map.entry("crisis", "crises"),
          Map.entry("criterion", "criteria"),
          Map.entry("phenomenon", "phenomena"),
          Map.entry("medium", "media"),
          Map.entry("staff", "staff"),
          Map.entry("series", "series"),
          Map.entry("species", "species"),
          Map.entry("means", "means"),
          Map.entry("headquarters", "headquarters"),
          Map.entry("aircraft", "aircraft"),
          Map.entry("information", "information"),
          Map.entry("life", "lives"),
          Map.entry("half", "halves"));

  private static final Map<String, String> SINGULARS =
      IRREGULAR.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  /** Compounds that inflect as their last part does: chairman, spokeswoman. */
  private static final Pattern COMPOUND = Pattern.compile("(\\p{L}*?)(man|woman|person|child)");

  /** Tried once for each word, not for each letter: lists of strangers may have long ones. */
  private static final Pattern NOUN_BEFORE_OF =
      Pattern.compile("(?<!\\p{L})(\\p{L}++) (?=(?:of|for|on|in|to) )", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONSONANT_Y = Pattern.compile("[^aeiou]y$");
  private static final Pattern SIBILANT = Pattern.compile("(?:s|x|z|ch|sh)$");
  private static final Pattern SIBILANT_PLURAL = Pattern.compile("(?:sses|xes|zes|ches|shes)$");
  private static final Pattern SINGULAR_S = Pattern.compile("(?:ss|us|is)$");
  private static final Pattern LAST_WORD = Pattern.compile("(?<!\\p{L})\\p{L}++$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final String ARTICLE = "the ";

  private EnglishInflector() {}

  /** The list may write a name with its article; a sentence may not. */
  static String withoutArticle(String wording) {
    boolean hasArticle =
        wording.length() > ARTICLE.length()
            && wording.regionMatches(true, 0, ARTICLE, 0, ARTICLE.length());
    return hasArticle ? wording.substring(ARTICLE.length()) : wording;
  }

  /** Every form of {@code wording}, itself first. */
  static Set<String> forms(String wording) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(wording);
    addPossessive(forms, wording);
    addPlural(forms, wording, LAST_WORD);
    addPlural(forms, wording, NOUN_BEFORE_OF);
    return forms;
  }

  /** Every form of a term; what its concept calls the same in Vietnamese is a name. */
  static Set<String> forms(Concept concept, Term term) {
    String wording = withoutArticle(term.text());
    if (concept.translatable() && !endsInName(concept, term)) {
      return forms(wording);
    }
    Set<String> forms = new LinkedHashSet<>();
    forms.add(wording);
    addPossessive(forms, wording);
    return forms;
  }

  /** Hai Phong is Hải Phòng without its marks, so nobody speaks of two Hai Phongs. */
  private static boolean endsInName(Concept concept, Term term) {
    Matcher last = LAST_WORD.matcher(term.text());
    if (!last.find() || !Character.isUpperCase(last.group().codePointAt(0))) {
      return false;
    }
    String word = " " + withoutMarks(last.group()) + " ";
    return concept.terms().stream()
        .filter(other -> other.language().getLanguage().equals("vi"))
        .anyMatch(other -> (" " + withoutMarks(other.text()) + " ").contains(word));
  }

  private static String withoutMarks(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
  }

  private static void addPossessive(Set<String> forms, String name) {
    if (Character.isLetter(name.charAt(name.length() - 1))) {
      forms.add(name + "'s");
      if (name.endsWith("s")) {
        forms.add(name + "'");
      }
    }
  }

  private static void addPlural(Set<String> forms, String name, Pattern noun) {
    Matcher word = noun.matcher(name);
    if (!word.find()) {
      return;
    }
    String head = noun == LAST_WORD ? word.group() : word.group(1);
    for (String form : List.of(plural(head), singular(head))) {
      String inflected =
          name.substring(0, word.start()) + form + name.substring(word.start() + head.length());
      forms.add(inflected);
      addPossessive(forms, inflected);
    }
  }

  private static String plural(String noun) {
    String lower = noun.toLowerCase(Locale.ROOT);
    String irregular = IRREGULAR.get(lower);
    if (irregular != null) {
      return likeFirst(noun, irregular);
    }
    if (SINGULARS.containsKey(lower)) {
      return noun;
    }
    Matcher compound = COMPOUND.matcher(lower);
    if (compound.matches()) {
      int stem = compound.end(1);
      return noun.substring(0, stem) + IRREGULAR.get(compound.group(2));
    }
    if (CONSONANT_Y.matcher(lower).find()) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun + (SIBILANT.matcher(lower).find() ? "es" : "s");
  }

  /** The singular of a plural; the noun itself when it is none. */
  private static String singular(String noun) {
    String lower = noun.toLowerCase(Locale.ROOT);
    String irregular = SINGULARS.get(lower);
    if (irregular != null) {
      return likeFirst(noun, irregular);
    }
    if (IRREGULAR.containsKey(lower) || SINGULAR_S.matcher(lower).find() || !lower.endsWith("s")) {
      return noun;
    }
    if (lower.endsWith("ies") && lower.length() > 4) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    return noun.substring(0, noun.length() - (SIBILANT_PLURAL.matcher(lower).find() ? 2 : 1));
  }

  private static String likeFirst(String pattern, String word) {
    return Character.isUpperCase(pattern.charAt(0))
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }
}
