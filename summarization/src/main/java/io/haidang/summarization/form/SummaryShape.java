package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As many of the most telling sentences as fit, in the order of the text. */
final class SummaryShape implements Shape {

  private static final double RELEVANCE = 0.8;

  @Override
  public List<FormCandidate> candidates(Material material) {
    List<FormCandidate> candidates = new ArrayList<>();
    for (double relevance : new double[] {RELEVANCE, 1}) {
      for (boolean shortened : new boolean[] {false, true}) {
        Map<Integer, FormSentence> chosen = chosen(material, relevance, shortened);
        if (!chosen.isEmpty()) {
          candidates.add(new FormCandidate(new ArrayList<>(chosen.values())));
        }
      }
    }
    return candidates.stream().distinct().toList();
  }

  private static Map<Integer, FormSentence> chosen(
      Material material, double relevance, boolean shortened) {
    Map<Integer, FormSentence> chosen = new TreeMap<>();
    int left = material.form().most();
    for (int index : material.order(relevance)) {
      if (material.pointsBack(index) && !chosen.containsKey(index - 1)) {
        continue;
      }
      for (String version : material.versions(index)) {
        int length = material.form().length(version);
        if (length <= left) {
          chosen.put(index, material.made(index, version, Role.SENTENCE));
          left -= length;
          break;
        }
        if (!shortened && !chosen.isEmpty()) {
          break;
        }
      }
    }
    return chosen;
  }
}
