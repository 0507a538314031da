package io.haidang.summarization.extract;

import io.haidang.models.SentenceVectors;
import java.util.List;
import java.util.Locale;

/** Cosines of the vectors of an encoder. */
record VectorSimilarities(SentenceVectors encoder, Similarities fallback) implements Similarities {

  @Override
  public double[][] between(List<String> sentences, Locale language) {
    if (!encoder.serves(language)) {
      return fallback.between(sentences, language);
    }
    List<float[]> vectors = encoder.vectors(sentences);
    double[][] matrix = new double[sentences.size()][sentences.size()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        matrix[i][j] = Math.max(0, dot(vectors.get(i), vectors.get(j)));
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * (double) other[i];
    }
    return sum;
  }
}
