package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lead if it fits, with the sentence behind it where both do; else shorter versions of it, then
 * other sentences, best first.
 */
final class StandfirstShape implements Shape {

  private static final int SENTENCES = 12;

  @Override
  public List<FormCandidate> candidates(Material material) {
    Map<String, FormCandidate> candidates = new LinkedHashMap<>();
    List<Integer> best = material.best();
    for (int index : best.subList(0, Math.min(SENTENCES, best.size()))) {
      pairWithNext(material, index, candidates);
      for (String version : material.shortestVersions(index)) {
        FormCandidate single =
            new FormCandidate(List.of(material.made(index, version, Role.SENTENCE)));
        candidates.putIfAbsent(single.text(), single);
      }
    }
    return new ArrayList<>(candidates.values());
  }

  private static void pairWithNext(
      Material material, int index, Map<String, FormCandidate> candidates) {
    boolean samePlace =
        index + 1 < material.ranking().sentences().size()
            && material.sentence(index + 1).paragraph() == material.sentence(index).paragraph();
    if (samePlace) {
      FormCandidate pair =
          new FormCandidate(
              List.of(
                  material.made(index, material.versions(index).get(0), Role.SENTENCE),
                  material.made(index + 1, material.sentence(index + 1).text(), Role.SENTENCE)));
      if (material.form().fits(pair.text())) {
        candidates.putIfAbsent(pair.text(), pair);
      }
    }
  }
}
