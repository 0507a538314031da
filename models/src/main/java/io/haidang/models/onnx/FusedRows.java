package io.haidang.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.haidang.models.internal.search.TokenScores;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows of the fused graphs that {@code models/tools/fuse_m2m100.py} writes. The encoder gives the
 * keys and values of cross-attention at once, the rows of a source share them, and the decoder
 * ranks the tokens itself. Not thread-safe.
 */
final class FusedRows implements HypothesisRows {

  private final Seq2SeqSessions sessions;
  private final Seq2SeqConfig config;
  private final SourceBatch sources;
  private final int candidates;
  private final List<CacheBuffer> self = new ArrayList<>();
  private final List<CacheBuffer> cross = new ArrayList<>();
  private FloatBuffer logits = CacheBuffer.direct(0);
  private FloatBuffer topScores = CacheBuffer.direct(0);
  private LongBuffer topTokens = LongBuffer.allocate(0);
  private int[] rowSources;
  private int[] crossSources;
  private int length;

  /**
   * @param candidates how many of the likeliest tokens the decoder ranks for each row
   */
  FusedRows(Seq2SeqSessions sessions, Seq2SeqConfig config, long[][] sources, int candidates) {
    this.sessions = sessions;
    this.config = config;
    this.sources = new SourceBatch(sources, config.pad());
    this.candidates = Math.min(candidates, config.vocabularySize());
    this.rowSources = IntStream.range(0, sources.length).toArray();
    this.crossSources = rowSources;
    for (int i = 0; i < 2 * config.decoderLayers(); i++) {
      self.add(new CacheBuffer());
      cross.add(new CacheBuffer());
    }
  }

  @Override
  public void start(long[][] prefixes) throws OrtException {
    encode();
    cross.forEach(buffer -> buffer.gather(crossSources, rowSize(sources.length())));
    read(Arrays.stream(prefixes).flatMapToLong(Arrays::stream).toArray(), prefixes[0].length);
  }

  private void encode() throws OrtException {
    int rows = sources.rows();
    try (TensorScope scope = new TensorScope(sessions.environment())) {
      Map<String, OnnxTensor> outputs = new HashMap<>();
      for (int i = 0; i < cross.size(); i++) {
        FloatBuffer written = cross.get(i).write(rows * rowSize(sources.length()));
        outputs.put(
            "present." + CacheBuffer.name(i, "encoder"),
            cache(scope, written, rows, sources.length()));
      }
      scope.run(
          sessions.encoder(),
          Map.of(
              "input_ids", scope.longs(sources.ids(), rows, sources.length()),
              "attention_mask", scope.longs(sources.mask(), rows, sources.length())),
          outputs);
    }
  }

  @Override
  public void step(int[] parents, int[] tokens) throws OrtException {
    if (!Arrays.equals(parents, IntStream.range(0, rowSources.length).toArray())) {
      self.forEach(buffer -> buffer.reorder(parents, rowSize(length)));
      rowSources = Arrays.stream(parents).map(parent -> rowSources[parent]).toArray();
      int[] wanted = sharable(rowSources);
      if (!Arrays.equals(wanted, crossSources)) {
        cross.forEach(buffer -> buffer.gather(wanted, rowSize(sources.length())));
        crossSources = wanted;
      }
    }
    read(Arrays.stream(tokens).asLongStream().toArray(), 1);
  }

  /**
   * A source for each group of rows that share its cross-attention. The rows of a source stand side
   * by side; the groups are as large as they can be of one size.
   */
  static int[] sharable(int[] rowSources) {
    int share = 0;
    for (int first = 0, row = 1; row <= rowSources.length; row++) {
      if (row == rowSources.length || rowSources[row] != rowSources[first]) {
        share = commonDivisor(share, row - first);
        first = row;
      }
    }
    int size = share;
    return IntStream.range(0, rowSources.length / size).map(i -> rowSources[i * size]).toArray();
  }

  private static int commonDivisor(int a, int b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  /** Appends {@code positions} tokens to every row. */
  private void read(long[] ids, int positions) throws OrtException {
    int rows = rowSources.length;
    int held = crossSources.length;
    try (TensorScope scope = new TensorScope(sessions.environment())) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put("input_ids", scope.longs(ids, rows, positions));
      inputs.put(
          "encoder_attention_mask",
          scope.longs(sources.mask(crossSources), held, sources.length()));
      inputs.put("candidates", scope.longs(new long[] {candidates}, 1));
      Map<String, OnnxTensor> outputs = rankingOutputs(scope, rows);
      for (int i = 0; i < self.size(); i++) {
        CacheBuffer own = self.get(i);
        FloatBuffer written = own.write(rows * rowSize(length + positions));
        inputs.put(
            "past_key_values." + CacheBuffer.name(i, "decoder"),
            cache(scope, own.read(), rows, length));
        inputs.put(
            "past_key_values." + CacheBuffer.name(i, "encoder"),
            cache(scope, cross.get(i).read(), held, sources.length()));
        outputs.put(
            "present." + CacheBuffer.name(i, "decoder"),
            cache(scope, written, rows, length + positions));
      }
      scope.run(sessions.decoder(), inputs, outputs);
    }
    length += positions;
    self.forEach(CacheBuffer::keepWritten);
  }

  private Map<String, OnnxTensor> rankingOutputs(TensorScope scope, int rows) throws OrtException {
    int vocabulary = config.vocabularySize();
    if (logits.capacity() < rows * vocabulary) {
      logits = CacheBuffer.direct(rows * vocabulary);
      topScores = CacheBuffer.direct(rows * candidates);
      topTokens =
          ByteBuffer.allocateDirect(rows * candidates * Long.BYTES)
              .order(ByteOrder.nativeOrder())
              .asLongBuffer();
    }
    Map<String, OnnxTensor> outputs = new HashMap<>();
    outputs.put("logits", scope.floats(logits, rows, vocabulary));
    outputs.put("top_scores", scope.floats(topScores, rows, candidates));
    outputs.put("top_tokens", scope.longs(topTokens, rows, candidates));
    return outputs;
  }

  @Override
  public void scores(int row, TokenScores target) {
    int[] tokens = new int[candidates];
    float[] ranked = new float[candidates];
    for (int i = 0; i < candidates; i++) {
      tokens[i] = Math.toIntExact(topTokens.get(row * candidates + i));
      ranked[i] = topScores.get(row * candidates + i);
    }
    target.rank(tokens, ranked, all -> logits.get(row * config.vocabularySize(), all));
  }

  private OnnxTensor cache(TensorScope scope, FloatBuffer data, int rows, int positions)
      throws OrtException {
    return scope.floats(data, rows, config.heads(), positions, config.headSize());
  }

  private int rowSize(int positions) {
    return config.cacheSize() * positions;
  }
}
