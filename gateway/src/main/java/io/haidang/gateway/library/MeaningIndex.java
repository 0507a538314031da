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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final Map<UUID, Entry> entries = new HashMap<>();
  private final Deque<UUID> waiting = new ArrayDeque<>();

  MeaningIndex(SentenceVectors encoder) {
    this.encoder = encoder;
  }

  /** An entry; its text until there is a vector for it. */
  private record Entry(Locale language, String text, float @Nullable [] vector) {}

  /** Whether texts of a language have vectors. */
  boolean serves(Locale language) {
    return encoder.serves(language);
  }

  synchronized void put(LibraryEntry entry) {
    UUID id = entry.target().id();
    Locale language = entry.target().language();
    if (serves(language)) {
      String text = entry.text().title() + "\n" + entry.text().body();
      entries.put(id, new Entry(language, text, null));
      waiting.addFirst(id);
    }
  }

  synchronized void remove(UUID id) {
    entries.remove(id);
  }

  /** Entries in the language of one, the nearest first, as far as they are known. */
  synchronized List<UUID> near(UUID id) {
    waiting.addFirst(id);
    for (int i = 0; i < AT_A_TIME && !waiting.isEmpty(); i++) {
      learn(waiting.removeFirst());
    }
    Entry entry = entries.get(id);
    if (entry == null || entry.vector() == null) {
      return List.of();
    }
    return others(id, entry).toList();
  }

  private Stream<UUID> others(UUID id, Entry entry) {
    Map<UUID, Double> near = new HashMap<>();
    entries.forEach(
        (other, found) -> {
          boolean sameLanguage = found.language().equals(entry.language());
          if (!other.equals(id) && sameLanguage && found.vector() != null) {
            near.put(other, cosine(entry.vector(), found.vector()));
          }
        });
    return near.entrySet().stream()
        .filter(found -> found.getValue() >= NEAR)
        .sorted(Map.Entry.<UUID, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  private void learn(UUID id) {
    Entry entry = entries.get(id);
    if (entry != null && entry.vector() == null) {
      Segmenter segmenter = Segmenter.forLanguage(entry.language());
      List<String> sentences =
          entry
              .text()
              .lines()
              .filter(line -> !line.isBlank())
              .flatMap(line -> segmenter.segment(line).texts().stream())
              .filter(sentence -> !sentence.isBlank())
              .limit(SENTENCES)
              .toList();
      if (!sentences.isEmpty()) {
        entries.put(id, new Entry(entry.language(), "", mean(encoder.vectors(sentences))));
      }
    }
  }

  /** Of length 1, so that a product is a cosine. */
  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i];
      }
    }
    double length = Math.sqrt(cosine(mean, mean));
    for (int i = 0; i < mean.length; i++) {
      mean[i] = length == 0 ? 0 : (float) (mean[i] / length);
    }
    return mean;
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * (double) other[i];
    }
    return product;
  }
}
