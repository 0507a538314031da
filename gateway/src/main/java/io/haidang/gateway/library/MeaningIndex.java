package io.haidang.gateway.library;

import io.haidang.models.SentenceVectors;
import io.haidang.translation.segment.Segmenter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Which entries are about the same, whatever their words: the mean of the vectors of their
 * sentences, compared by cosine. Vectors are computed when they are asked for, some at a time, so
 * that a node with a large library answers soon after its start.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #near} computes for up
 * to half a second while entries are new to it.
 */
final class MeaningIndex {

  /**
   * Of pairs of articles that share no subject, nine in ten are farther apart; of those that share
   * one, four in five are not.
   */
  private static final double NEAR = 0.45;

  private static final int SENTENCES = 40;
  private static final int AT_A_TIME = 60;

  private final SentenceVectors encoder;
  private final Map<UUID, Text> texts = new HashMap<>();
  private final Map<UUID, float[]> vectors = new HashMap<>();
  private final Deque<UUID> waiting = new ArrayDeque<>();

  MeaningIndex(SentenceVectors encoder) {
    this.encoder = encoder;
  }

  /** What an entry says; empty once there is a vector for it. */
  private record Text(Locale language, String content) {}

  /** Whether texts of a language have vectors. */
  boolean serves(Locale language) {
    return encoder.serves(language);
  }

  synchronized void put(LibraryEntry entry) {
    UUID id = entry.target().id();
    Locale language = entry.target().language();
    if (serves(language)) {
      texts.put(id, new Text(language, entry.text().title() + "\n" + entry.text().body()));
      vectors.remove(id);
      waiting.addFirst(id);
    }
  }

  synchronized void remove(UUID id) {
    texts.remove(id);
    vectors.remove(id);
  }

  /** Entries in the language of one, the nearest first, as far as they are known. */
  synchronized List<UUID> near(UUID id) {
    waiting.addFirst(id);
    for (int i = 0; i < AT_A_TIME && !waiting.isEmpty(); i++) {
      learn(waiting.removeFirst());
    }
    Text text = texts.get(id);
    float[] vector = vectors.get(id);
    return text == null || vector == null ? List.of() : near(id, text.language(), vector);
  }

  private List<UUID> near(UUID id, Locale language, float[] vector) {
    Map<UUID, Double> near = new HashMap<>();
    vectors.forEach(
        (other, found) -> {
          Text text = texts.get(other);
          double likeness = product(vector, found);
          boolean sameLanguage = text != null && text.language().equals(language);
          if (sameLanguage && likeness >= NEAR && !other.equals(id)) {
            near.put(other, likeness);
          }
        });
    return near.entrySet().stream()
        .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void learn(UUID id) {
    Text text = texts.get(id);
    if (text == null || vectors.containsKey(id)) {
      return;
    }
    List<String> sentences = sentences(text);
    if (!sentences.isEmpty()) {
      vectors.put(id, mean(encoder.vectors(sentences)));
      texts.put(id, new Text(text.language(), ""));
    }
  }

  private static List<String> sentences(Text text) {
    Segmenter segmenter = Segmenter.forLanguage(text.language());
    return text.content()
        .lines()
        .filter(line -> !line.isBlank())
        .flatMap(line -> segmenter.segment(line).texts().stream())
        .filter(sentence -> !sentence.isBlank())
        .limit(SENTENCES)
        .toList();
  }

  /** Of length 1, so that a product is a cosine. */
  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i];
      }
    }
    double length = Math.sqrt(product(mean, mean));
    for (int i = 0; i < mean.length; i++) {
      mean[i] = length == 0 ? 0 : (float) (mean[i] / length);
    }
    return mean;
  }

  private static double product(float[] one, float[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * (double) other[i];
    }
    return product;
  }
}
