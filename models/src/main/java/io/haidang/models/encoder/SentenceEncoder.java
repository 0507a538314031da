package io.haidang.models.encoder;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.SentenceSimilarity;
import io.haidang.models.SentenceVectors;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.onnx.EmbeddingSession;
import io.haidang.models.tokenizer.PieceIds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * A cross-lingual encoder on ONNX Runtime; its folder holds {@code config.json} of type {@code
 * haidang-sentence-encoder}, {@code sentencepiece.model} and {@code model_quantized.onnx}. A text
 * longer than the model takes is cut.
 */
public final class SentenceEncoder implements SentenceSimilarity, SentenceVectors {

  private static final String TYPE = "haidang-sentence-encoder";
  private static final int BATCH = 32;

  private final EmbeddingSession session;
  private final PieceIds pieces;
  private final EncoderConfig config;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private record EncoderConfig(
      int dimension, int maxTokens, int pad, int eos, Set<String> languages) {

    static EncoderConfig read(Path folder) {
      JsonFile file = JsonFile.read(folder.resolve("config.json"));
      if (!file.text("model_type").equals(TYPE)) {
        throw file.fault("model_type", file.text("model_type"), TYPE);
      }
      return new EncoderConfig(
          file.integer("dimension", 1),
          file.integer("max_tokens", 2),
          file.integer("pad_token_id", 0),
          file.integer("eos_token_id", 0),
          Set.of("vi", "en"));
    }
  }

  private SentenceEncoder(EmbeddingSession session, PieceIds pieces, EncoderConfig config) {
    this.session = session;
    this.pieces = pieces;
    this.config = config;
  }

  /**
   * Whether a folder holds a sentence encoder, as far as its configuration says.
   *
   * @throws ModelException.Unloadable when its configuration cannot be read
   */
  public static boolean isIn(Path folder) {
    Path config = folder.resolve("config.json");
    return Files.isRegularFile(config)
        && JsonFile.read(config).root().path("model_type").asText().equals(TYPE);
  }

  /**
   * Reads the configuration of an encoder, and nothing else.
   *
   * @throws ModelException.Unloadable naming the field at fault
   */
  public static void check(Path folder) {
    EncoderConfig.read(folder);
  }

  /**
   * Loads an encoder; the caller closes it.
   *
   * @throws ModelException.Unloadable naming the file at fault
   */
  public static SentenceEncoder open(Path folder) {
    EncoderConfig config = EncoderConfig.read(folder);
    PieceIds pieces = PieceIds.open(folder.resolve("sentencepiece.model"));
    try {
      EmbeddingSession session =
          EmbeddingSession.open(folder.resolve("model_quantized.onnx"), config.dimension);
      return new SentenceEncoder(session, pieces, config);
    } catch (RuntimeException e) {
      pieces.close();
      throw e;
    }
  }

  @Override
  public boolean serves(LanguagePair pair) {
    return config.languages.contains(pair.source().getLanguage())
        && config.languages.contains(pair.target().getLanguage());
  }

  @Override
  public boolean serves(Locale language) {
    return config.languages.contains(language.getLanguage());
  }

  @Override
  public List<float[]> vectors(List<String> sentences) {
    return List.of(embed(sentences));
  }

  @Override
  public List<Double> compare(List<String> sources, List<String> targets) {
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          "targets: " + targets.size() + " (expected: " + sources.size() + ", one per source)");
    }
    List<String> texts = new ArrayList<>(sources);
    texts.addAll(targets);
    float[][] vectors = embed(texts);
    List<Double> similarities = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      boolean blank = sources.get(i).isBlank() || targets.get(i).isBlank();
      similarities.add(blank ? 0 : cosine(vectors[i], vectors[sources.size() + i]));
    }
    return List.copyOf(similarities);
  }

  /** Unit vectors, in batches of texts of about one length. */
  private float[][] embed(List<String> texts) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("encoder: closed (expected: open)");
      }
      List<long[]> ids = texts.stream().map(this::ids).toList();
      List<Integer> order =
          IntStream.range(0, ids.size())
              .boxed()
              .sorted(Comparator.comparingInt(i -> ids.get(i).length))
              .toList();
      float[][] vectors = new float[ids.size()][];
      for (int start = 0; start < order.size(); start += BATCH) {
        List<Integer> batch = order.subList(start, Math.min(start + BATCH, order.size()));
        float[][] made =
            session.embed(batch.stream().map(ids::get).toArray(long[][]::new), config.pad);
        IntStream.range(0, made.length).forEach(i -> vectors[batch.get(i)] = made[i]);
      }
      return vectors;
    } finally {
      lock.readLock().unlock();
    }
  }

  private long[] ids(String text) {
    int[] found = pieces.of(text);
    int kept = Math.min(found.length, config.maxTokens - 1);
    long[] ids = new long[kept + 1];
    Arrays.setAll(ids, i -> i < kept ? found[i] : config.eos);
    return ids;
  }

  private static double cosine(float[] first, float[] second) {
    double dot = 0;
    double firstSquares = 0;
    double secondSquares = 0;
    for (int i = 0; i < first.length; i++) {
      dot += first[i] * (double) second[i];
      firstSquares += first[i] * (double) first[i];
      secondSquares += second[i] * (double) second[i];
    }
    double lengths = Math.sqrt(firstSquares * secondSquares);
    return lengths == 0 ? 0 : Math.max(-1, Math.min(1, dot / lengths));
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
        pieces.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
