package io.haidang.bench;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.glossary.match.WordingSearch;
import io.haidang.models.RequiredPhrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Sentences with one to four names each, always the same: first those about the city whose official
 * names stand in the reference as the starter list wants them, then those of FLORES, in the order
 * of the file, with names that source and reference write alike. Such a name is a run of
 * capitalised words without digits, not the sentence's first word, of at least three letters.
 */
final class TermSentences {

  private static final int COUNT = 300;
  private static final int MOST_NAMES = 4;
  private static final LocalDate DATE = LocalDate.of(2026, 5, 1);
  private static final Locale SOURCE = Locale.forLanguageTag("vi");
  private static final Locale TARGET = Locale.forLanguageTag("en");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)*");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");

  private TermSentences() {}

  static List<TermSentence> read(Path data) throws IOException {
    List<TermSentence> sentences = new ArrayList<>();
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    for (String[] pair : pairs(data, "domain")) {
      add(sentences, pair, officialNames(terms, pair[0], pair[1]));
    }
    for (String[] pair : pairs(data, "flores")) {
      add(sentences, pair, sharedNames(pair[0], pair[1]));
    }
    return sentences.subList(0, COUNT);
  }

  private static List<String[]> pairs(Path data, String name) throws IOException {
    List<String> sources = Files.readAllLines(data.resolve(name + ".vi"));
    List<String> references = Files.readAllLines(data.resolve(name + ".en"));
    return IntStream.range(0, sources.size())
        .mapToObj(i -> new String[] {sources.get(i), references.get(i)})
        .toList();
  }

  private static void add(List<TermSentence> sentences, String[] pair, List<RequiredPhrase> names) {
    if (!names.isEmpty() && names.size() <= MOST_NAMES) {
      sentences.add(new TermSentence(pair[0], pair[1], names));
    }
  }

  private static List<RequiredPhrase> officialNames(
      TermEnforcer terms, String source, String reference) {
    List<RequiredPhrase> names = new ArrayList<>();
    List<TextSpan> taken = new ArrayList<>();
    for (TermRequirement name : terms.plan(source, SOURCE, TARGET, DATE).requirements()) {
      WordingSearch.in(reference, TARGET).find(name.match().concept(), name.rendering()).stream()
          .filter(span -> taken.stream().noneMatch(span::overlaps))
          .findFirst()
          .ifPresent(
              span -> {
                taken.add(span);
                names.add(official(name));
              });
    }
    return names;
  }

  private static RequiredPhrase official(TermRequirement name) {
    return new RequiredPhrase(
        List.copyOf(WordingSearch.forms(name.match().concept(), name.rendering(), TARGET)));
  }

  private static List<RequiredPhrase> sharedNames(String source, String reference) {
    List<RequiredPhrase> names = new ArrayList<>();
    StringBuilder rest = new StringBuilder(reference);
    Matcher name = NAME.matcher(source);
    while (name.find()) {
      if (name.start() > 0 && name.group().length() > 2) {
        take(name.group(), rest, names);
      }
    }
    return names;
  }

  /**
   * Takes the name's place in the reference away, so that a name counts as often as it is there.
   */
  private static void take(String name, StringBuilder rest, List<RequiredPhrase> names) {
    Matcher place = TermSentence.wholeWords(name).matcher(rest);
    if (place.find()) {
      rest.replace(place.start(), place.end(), "\u0000".repeat(name.length()));
      names.add(RequiredPhrase.of(name));
    }
  }

  /** As many words of each sentence's own reference, chosen at random. */
  static List<TermSentence> withOwnWords(List<TermSentence> sentences, long seed) {
    Random random = new Random(seed);
    return sentences.stream().map(sentence -> withOwnWords(sentence, random)).toList();
  }

  private static TermSentence withOwnWords(TermSentence sentence, Random random) {
    List<String> words =
        new ArrayList<>(
            WORD.matcher(sentence.reference()).results().map(m -> m.group()).distinct().toList());
    Collections.shuffle(words, random);
    return sentence.requiring(
        words.stream().limit(sentence.names().size()).map(RequiredPhrase::of).toList());
  }

  /** As many names of another sentence's reference. */
  static List<TermSentence> withForeignNames(List<TermSentence> sentences, long seed) {
    Random random = new Random(seed);
    List<RequiredPhrase> all = sentences.stream().flatMap(s -> s.names().stream()).toList();
    return sentences.stream()
        .map(
            sentence ->
                sentence.requiring(
                    random
                        .ints(0, all.size())
                        .mapToObj(all::get)
                        .filter(name -> !sentence.names().contains(name))
                        .distinct()
                        .limit(sentence.names().size())
                        .toList()))
        .toList();
  }
}
