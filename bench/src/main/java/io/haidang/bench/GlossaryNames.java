package io.haidang.bench;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Lists of any size: the starter list, and names put together from the words of the very text that
 * is searched, so that the matcher follows many of them for a while in vain.
 */
final class GlossaryNames {

  private static final long SEED = 20261124;

  private static final List<String> KINDS =
      List.of("Sở", "Ban", "Chi cục", "Trung tâm", "UBND xã", "UBND phường", "Khu di tích", "");

  private GlossaryNames() {}

  static List<Concept> withStarter(int count, List<String> text) {
    String[] words =
        Arrays.stream(String.join(" ", text).split("[^\\p{L}]+"))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    List<Concept> concepts = new ArrayList<>(Glossary.starter().concepts());
    Random random = new Random(SEED);
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count - concepts.size()) {
      names.add(name(words, random));
    }
    names.forEach(name -> concepts.add(concept(name)));
    return concepts;
  }

  private static String name(String[] words, Random random) {
    StringBuilder name = new StringBuilder(KINDS.get(random.nextInt(KINDS.size())));
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      name.append(' ').append(words[random.nextInt(words.length)]);
    }
    return name.toString().strip();
  }

  private static Concept concept(String name) {
    return Concept.builder("invented: " + name)
        .term(new Term(Locale.forLanguageTag("vi"), name, TermStatus.PREFERRED))
        .build();
  }
}
