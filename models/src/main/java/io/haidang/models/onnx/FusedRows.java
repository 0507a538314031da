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
  private final OutputTokens tokens;
  private final int candidates;
  private final List<CacheBuffer> self = new ArrayList<>();
  private final List<CacheBuffer> cross = new ArrayList<>();
  private final PooledFloats logits;
  private final PooledFloats topScores;
  private LongBuffer topTokens = LongBuffer.allocate(0);
  private int[] rowSources;
  private int[] crossSources;
  private int length;

  /**
   * @param candidates how many of the likeliest tokens the decoder ranks for each row
   */
  FusedRows(
      Seq2SeqSessions sessions,
      Seq2SeqConfig config,
      BufferPool pool,
      long[][] sources,
      int candidates) {
    this.sessions = sessions;
    this.config = config;
    this.sources = new SourceBatch(sources, config.pad());
    this.tokens = sessions.outputTokens();
    this.candidates = Math.min(candidates, tokens.count());
    this.rowSources = IntStream.range(0, sources.length).toArray();
    this.crossSources = rowSources;
    for (int i = 0; i < 2 * config.decoderLayers(); i++) {
      self.add(new CacheBuffer(pool));
      cross.add(new CacheBuffer(pool));
    }
    logits = new PooledFloats(pool);
    topScores = new PooledFloats(pool);
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
  public void step(int[] parents, int[] next) throws OrtException {
    if (!Arrays.equals(parents, IntStream.range(0, rowSources.length).toArray())) {
      self.forEach(buffer -> buffer.reorder(parents, rowSize(length)));
      rowSources = Arrays.stream(parents).map(parent -> rowSources[parent]).toArray();
      int[] wanted = sharable(rowSources);
      if (!Arrays.equals(wanted, crossSources)) {
        cross.forEach(buffer -> buffer.gather(wanted, rowSize(sources.length())));
        crossSources = wanted;
      }
    }
    read(Arrays.stream(next).asLongStream().toArray(), 1);
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
    if (topTokens.capacity() < rows * candidates) {
      topTokens =
          ByteBuffer.allocateDirect(rows * candidates * Long.BYTES)
              .order(ByteOrder.nativeOrder())
              .asLongBuffer();
    }
    Map<String, OnnxTensor> outputs = new HashMap<>();
    outputs.put("logits", scope.floats(logits.ofSize(rows * tokens.count()), rows, tokens.count()));
    outputs.put("top_scores", scope.floats(topScores.ofSize(rows * candidates), rows, candidates));
    outputs.put("top_tokens", scope.longs(topTokens, rows, candidates));
    return outputs;
  }

  @Override
  public void scores(int row, TokenScores target) {
    int[] likeliest = new int[candidates];
    float[] ranked = new float[candidates];
    for (int i = 0; i < candidates; i++) {
      likeliest[i] = Math.toIntExact(topTokens.get(row * candidates + i));
      ranked[i] = topScores.get().get(row * candidates + i);
    }
    target.rank(likeliest, ranked, tokens.row(logits.get(), row));
  }

  @Override
  public void close() {
    self.forEach(CacheBuffer::close);
    cross.forEach(CacheBuffer::close);
    logits.close();
    topScores.close();
  }

  private OnnxTensor cache(TensorScope scope, FloatBuffer data, int rows, int positions)
      throws OrtException {
    return scope.floats(data, rows, config.heads(), positions, config.headSize());
  }

  private int rowSize(int positions) {
    return config.cacheSize() * positions;
  }
}
