package io.haidang.summarization.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cosines of TF-IDF vectors. Terms are syllables and pairs of neighbouring syllables, since most
 * words of Vietnamese have two; document frequencies are those of the sentences of the text itself.
 */
final class TfIdf implements Similarities {

  @Override
  public double[][] between(List<String> sentences, Locale language) {
    List<Map<String, Double>> vectors = vectors(sentences);
    double[][] matrix = new double[sentences.size()][sentences.size()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        matrix[i][j] = dot(vectors.get(i), vectors.get(j));
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static List<Map<String, Double>> vectors(List<String> sentences) {
    List<Map<String, Double>> vectors = new ArrayList<>();
    Map<String, Integer> frequencies = new HashMap<>();
    for (String sentence : sentences) {
      Map<String, Double> counts = new HashMap<>();
      terms(sentence).forEach(term -> counts.merge(term, 1.0, Double::sum));
      new HashSet<>(counts.keySet()).forEach(term -> frequencies.merge(term, 1, Integer::sum));
      vectors.add(counts);
    }
    double count = sentences.size();
    for (Map<String, Double> vector : vectors) {
      vector.replaceAll(
          (term, times) -> times * Math.log1p(count / frequencies.getOrDefault(term, 1)));
      normalize(vector);
    }
    return vectors;
  }

  private static List<String> terms(String sentence) {
    List<String> syllables = Syllables.of(sentence);
    List<String> terms = new ArrayList<>(syllables);
    for (int i = 1; i < syllables.size(); i++) {
      terms.add(syllables.get(i - 1) + " " + syllables.get(i));
    }
    return terms;
  }

  private static void normalize(Map<String, Double> vector) {
    double length = Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
    if (length > 0) {
      vector.replaceAll((term, weight) -> weight / length);
    }
  }

  private static double dot(Map<String, Double> one, Map<String, Double> other) {
    double sum = 0;
    for (Map.Entry<String, Double> entry : one.entrySet()) {
      sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
    }
    return Math.min(1, sum);
  }
}
