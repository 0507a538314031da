package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Three to five sentences that have little in common, in the order of the text. */
final class PointsShape implements Shape {

  static final int FEWEST = 3;
  static final int MOST = 5;
  private static final int LONG = 160;
  private static final int LONGEST = 240;
  private static final double RELEVANCE = 0.7;

  @Override
  public List<FormCandidate> candidates(Material material) {
    List<FormCandidate> candidates = new ArrayList<>();
    List<FormSentence> points = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int index : material.order(RELEVANCE)) {
      String text = concise(material, index);
      boolean usable = text.length() <= LONGEST && !material.pointsBack(index);
      if (usable && points.size() < MOST) {
        points.add(material.made(index, text, Role.POINT));
        order.add(index);
      }
    }
    for (int count = Math.min(MOST, points.size()); count >= FEWEST; count--) {
      candidates.add(inOrder(points.subList(0, count), order));
    }
    return candidates;
  }

  /** The longest version that is not long, else the shortest. */
  static String concise(Material material, int index) {
    List<String> versions = material.versions(index);
    return versions.stream()
        .filter(version -> version.length() <= LONG)
        .findFirst()
        .orElseGet(
            () -> versions.stream().min(Comparator.comparingInt(String::length)).orElseThrow());
  }

  private static FormCandidate inOrder(List<FormSentence> points, List<Integer> order) {
    List<Integer> places = new ArrayList<>(order.subList(0, points.size()));
    places.sort(Comparator.naturalOrder());
    return new FormCandidate(
        places.stream().map(place -> points.get(order.indexOf(place))).toList());
  }
}
