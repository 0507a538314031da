package io.haidang.gateway.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Draws texts with a probability in proportion to their risk: systematic sampling of unequal
 * probability (Madow 1949) over a shuffled list, which keeps each probability exactly. The same
 * seed, texts and risks give the same sample, on every machine.
 */
final class RiskDraw {

  private RiskDraw() {}

  /**
   * A text that may be drawn.
   *
   * @param risk in hours, not negative
   */
  record Candidate(UUID id, int risk) {}

  /** A text that was drawn, and how probable that was. */
  record Drawn(UUID id, int risk, double probability) {}

  /** Draws {@code size} of them, or all where there are no more. */
  static List<Drawn> of(List<Candidate> population, int size, long seed) {
    Random random = new Random(seed);
    List<Candidate> shuffled = new ArrayList<>(population);
    shuffled.sort(Comparator.comparing(Candidate::id));
    Collections.shuffle(shuffled, random);
    Map<UUID, Double> probabilities = probabilities(shuffled, size);
    List<Drawn> drawn = new ArrayList<>();
    double next = random.nextDouble();
    double sum = 0;
    for (Candidate candidate : shuffled) {
      double probability = probabilities.getOrDefault(candidate.id(), 0.0);
      sum += probability;
      if (probability >= 1 || sum > next) {
        drawn.add(new Drawn(candidate.id(), candidate.risk(), probability));
      }
      while (sum > next) {
        next++;
      }
    }
    return drawn;
  }

  /** In proportion to risk; what would be above 1 is certain, and the rest shares what is left. */
  private static Map<UUID, Double> probabilities(List<Candidate> population, int size) {
    Map<UUID, Double> probabilities = new LinkedHashMap<>();
    List<Candidate> open = new ArrayList<>(population);
    int left = Math.min(size, population.size());
    while (!open.isEmpty()) {
      double total = open.stream().mapToDouble(RiskDraw::weight).sum();
      double share = left / total;
      List<Candidate> certain = open.stream().filter(each -> weight(each) * share >= 1).toList();
      if (certain.isEmpty()) {
        open.forEach(each -> probabilities.put(each.id(), weight(each) * share));
        break;
      }
      certain.forEach(each -> probabilities.put(each.id(), 1.0));
      open.removeAll(certain);
      left -= certain.size();
    }
    return probabilities;
  }

  /** A text without any risk may be drawn, too. */
  private static double weight(Candidate candidate) {
    return 1.0 + candidate.risk();
  }
}
