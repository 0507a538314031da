package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.compress.Sentences;
import io.haidang.summarization.extract.OutlineSentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The title, its shorter versions, then sentences of the body, best first. */
final class HeadlineShape implements Shape {

  private static final int SENTENCES = 12;

  @Override
  public List<FormCandidate> candidates(Material material) {
    Map<String, FormSentence> headlines = new LinkedHashMap<>();
    titles(material).forEach(title -> headlines.putIfAbsent(title.text(), title));
    List<Integer> best = material.ranking().best();
    for (int index : best.subList(0, Math.min(SENTENCES, best.size()))) {
      for (String version : material.undatedVersions(index)) {
        FormSentence headline = material.made(index, Sentences.withoutEnd(version), Role.TITLE);
        headlines.putIfAbsent(headline.text(), headline);
      }
    }
    return headlines.values().stream()
        .map(headline -> new FormCandidate(List.of(headline)))
        .toList();
  }

  /** Whole, then shortened at a clause, then the lines that make a title by themselves. */
  static List<FormSentence> titles(Material material) {
    List<FormSentence> titles = new ArrayList<>();
    TitleText text = new TitleText(material);
    material
        .outline()
        .title()
        .ifPresent(
            title ->
                text.versions(title.text())
                    .forEach(
                        version ->
                            titles.add(new FormSentence(version, title.segments(), Role.TITLE))));
    List<OutlineSentence> lines = material.outline().titleLines();
    if (lines.size() > 1) {
      OutlineSentence first = lines.get(0);
      text.versions(first.text())
          .forEach(v -> titles.add(new FormSentence(v, first.segments(), Role.TITLE)));
    }
    return titles;
  }
}
