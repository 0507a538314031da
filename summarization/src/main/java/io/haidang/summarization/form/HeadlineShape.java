package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.compress.Sentences;
import io.haidang.summarization.extract.OutlineSentence;
import io.haidang.summarization.extract.Syllables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The title, its shorter versions, then sentences of the body, best first. */
final class HeadlineShape implements Shape {

  /** The share of a sentence's words that the title has too. */
  private static final double ABOUT = 0.5;

  /** The same for the first sentence, which says once more what the title says. */
  private static final double LEAD_ABOUT = 0.25;

  private static final int SENTENCES = 6;

  @Override
  public List<FormCandidate> candidates(Material material) {
    Map<String, FormSentence> headlines = new LinkedHashMap<>();
    titles(material).forEach(title -> headlines.putIfAbsent(title.text(), title));
    List<Integer> best = material.best();
    for (int index : best.subList(0, Math.min(SENTENCES, best.size()))) {
      for (String version : material.headlineVersions(index)) {
        if (!isAboutTheTitle(material, index, version)) {
          continue;
        }
        FormSentence headline = material.made(index, Sentences.withoutEnd(version), Role.TITLE);
        headlines.putIfAbsent(headline.text(), headline);
      }
    }
    abbreviated(material, headlines.values()).forEach(h -> headlines.putIfAbsent(h.text(), h));
    return headlines.values().stream()
        .map(headline -> new FormCandidate(List.of(headline)))
        .toList();
  }

  /** Those that have no room for the official names in them, with the abbreviations of these. */
  private static List<FormSentence> abbreviated(
      Material material, Collection<FormSentence> headlines) {
    FormRequest request = material.request();
    ShortNames names =
        new ShortNames(request.names(), request.story().language(), request.story().date());
    return headlines.stream()
        .filter(headline -> !material.form().fits(headline.text()))
        .map(headline -> headline.withText(names.write(headline.text())))
        .toList();
  }

  /** A sentence about something beside the point would mislead as a headline. */
  private static boolean isAboutTheTitle(Material material, int index, String version) {
    if (material.outline().title().isEmpty()) {
      return true;
    }
    Set<String> title =
        new HashSet<>(Syllables.of(material.outline().title().orElseThrow().text()));
    List<String> sentence = Syllables.of(version);
    double share = index == 0 ? LEAD_ABOUT : ABOUT;
    return sentence.stream().filter(title::contains).count() >= share * sentence.size();
  }

  /** Whole, then shortened at a clause, then the lines that make a title by themselves. */
  static List<FormSentence> titles(Material material) {
    List<FormSentence> titles = new ArrayList<>();
    TitleText text = new TitleText(material);
    List<OutlineSentence> lines = material.outline().titleLines();
    for (int count = lines.size(); count > 0; count--) {
      List<OutlineSentence> part = lines.subList(0, count);
      List<Integer> segments = part.stream().flatMap(l -> l.segments().stream()).toList();
      text.versions(part)
          .forEach(version -> titles.add(new FormSentence(version, segments, Role.TITLE)));
    }
    return titles;
  }
}
