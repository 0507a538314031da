package io.haidang.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.haidang.models.internal.search.TokenScores;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hypotheses of one batch inside the decoder: key-value caches and the latest logits. All rows
 * have the same length. Not thread-safe.
 *
 * <p>ONNX Runtime writes into buffers of ours, so that a step costs one copy of the cache when rows
 * are reordered and none when they are not.
 */
final class DecoderRows implements HypothesisRows {

  private final Seq2SeqSessions sessions;
  private final Seq2SeqConfig config;
  private final SourceBatch sources;
  private final List<CacheBuffer> self = new ArrayList<>();
  private final List<CacheBuffer> cross = new ArrayList<>();
  private final PooledFloats hidden;
  private final PooledFloats logits;
  private int[] rowSources;
  private int length;

  /** Positions of a row whose logits were written last. */
  private int scored;

  DecoderRows(Seq2SeqSessions sessions, Seq2SeqConfig config, BufferPool pool, long[][] sources) {
    this.sessions = sessions;
    this.config = config;
    this.sources = new SourceBatch(sources, config.pad());
    this.rowSources = new int[sources.length];
    for (int i = 0; i < 2 * config.decoderLayers(); i++) {
      self.add(new CacheBuffer(pool));
      cross.add(new CacheBuffer(pool));
    }
    hidden = new PooledFloats(pool);
    logits = new PooledFloats(pool);
  }

  @Override
  public void start(long[][] prefixes) throws OrtException {
    int rows = sources.rows();
    Arrays.setAll(rowSources, i -> i);
    try (TensorScope scope = new TensorScope(sessions.environment())) {
      encode(scope);
      length = prefixes[0].length;
      Map<String, OnnxTensor> inputs =
          commonInputs(scope, sessions.decoder(), flatten(prefixes), length, sources.mask());
      inputs.put("use_cache_branch", scope.flag(false));
      long[] none = {rows, config.heads(), 1, config.headSize()};
      FloatBuffer zeros = BufferPool.zeros(rows * config.cacheSize());
      Map<String, OnnxTensor> outputs = logitsOutput(scope, rows, length);
      for (int i = 0; i < self.size(); i++) {
        inputs.put("past_key_values." + CacheBuffer.name(i, "decoder"), scope.floats(zeros, none));
        inputs.put("past_key_values." + CacheBuffer.name(i, "encoder"), scope.floats(zeros, none));
        outputs.put(
            "present." + CacheBuffer.name(i, "decoder"), written(scope, self.get(i), rows, length));
        outputs.put(
            "present." + CacheBuffer.name(i, "encoder"),
            written(scope, cross.get(i), rows, sources.length()));
      }
      scope.run(sessions.decoder(), inputs, outputs);
    }
    // The encoder's keys and values stay as written; rows read a gathered copy.
    self.forEach(CacheBuffer::keepWritten);
    cross.forEach(buffer -> buffer.gather(rowSources, rowSize(sources.length())));
  }

  private void encode(TensorScope scope) throws OrtException {
    int rows = sources.rows();
    Map<String, OnnxTensor> inputs = new HashMap<>();
    OnnxGraph graph = sessions.encoder();
    inputs.put(
        "input_ids", scope.integers(graph, "input_ids", sources.ids(), rows, sources.length()));
    inputs.put(
        "attention_mask",
        scope.integers(graph, "attention_mask", sources.mask(), rows, sources.length()));
    scope.run(graph, inputs, Map.of("last_hidden_state", hiddenTensor(scope)));
  }

  @Override
  public void step(int[] parents, int[] tokens) throws OrtException {
    select(parents);
    int rows = parents.length;
    try (TensorScope scope = new TensorScope(sessions.environment())) {
      long[] ids = Arrays.stream(tokens).asLongStream().toArray();
      Map<String, OnnxTensor> inputs =
          commonInputs(scope, sessions.decoderWithPast(), ids, 1, sources.mask(rowSources));
      inputs.put("use_cache_branch", scope.flag(true));
      Map<String, OnnxTensor> outputs = logitsOutput(scope, rows, 1);
      for (int i = 0; i < self.size(); i++) {
        CacheBuffer own = self.get(i);
        inputs.put(
            "past_key_values." + CacheBuffer.name(i, "decoder"),
            cache(scope, own.read(), rows, length));
        inputs.put(
            "past_key_values." + CacheBuffer.name(i, "encoder"),
            cache(scope, cross.get(i).read(), rows, sources.length()));
        outputs.put(
            "present." + CacheBuffer.name(i, "decoder"), written(scope, own, rows, length + 1));
      }
      scope.run(sessions.decoderWithPast(), inputs, outputs);
    }
    length++;
    self.forEach(CacheBuffer::keepWritten);
  }

  @Override
  public void scores(int row, TokenScores target) {
    int last = (row + 1) * scored - 1;
    logits.get().get(last * config.vocabularySize(), target.logits());
    target.loaded();
  }

  @Override
  public void close() {
    self.forEach(CacheBuffer::close);
    cross.forEach(CacheBuffer::close);
    hidden.close();
    logits.close();
  }

  private void select(int[] parents) {
    int[] selected = Arrays.stream(parents).map(parent -> rowSources[parent]).toArray();
    boolean sameRows = Arrays.equals(parents, identity(rowSources.length));
    if (!sameRows) {
      self.forEach(buffer -> buffer.reorder(parents, rowSize(length)));
    }
    if (!Arrays.equals(selected, rowSources)) {
      cross.forEach(buffer -> buffer.gather(selected, rowSize(sources.length())));
      rowSources = selected;
    }
  }

  private static int[] identity(int size) {
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private Map<String, OnnxTensor> commonInputs(
      TensorScope scope, OnnxGraph graph, long[] ids, int positions, long[] mask)
      throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    int rows = ids.length / positions;
    inputs.put("input_ids", scope.integers(graph, "input_ids", ids, rows, positions));
    inputs.put(
        "encoder_attention_mask",
        scope.integers(graph, "encoder_attention_mask", mask, rows, sources.length()));
    inputs.put("encoder_hidden_states", hiddenTensor(scope));
    return inputs;
  }

  private OnnxTensor hiddenTensor(TensorScope scope) throws OrtException {
    int rows = sources.rows();
    FloatBuffer room = hidden.ofSize(rows * sources.length() * config.hiddenSize());
    return scope.floats(room, rows, sources.length(), config.hiddenSize());
  }

  private Map<String, OnnxTensor> logitsOutput(TensorScope scope, int rows, int positions)
      throws OrtException {
    FloatBuffer room = logits.ofSize(rows * positions * config.vocabularySize());
    scored = positions;
    Map<String, OnnxTensor> outputs = new HashMap<>();
    outputs.put("logits", scope.floats(room, rows, positions, config.vocabularySize()));
    return outputs;
  }

  private OnnxTensor written(TensorScope scope, CacheBuffer buffer, int rows, int positions)
      throws OrtException {
    return cache(scope, buffer.write(rows * rowSize(positions)), rows, positions);
  }

  private OnnxTensor cache(TensorScope scope, FloatBuffer data, int rows, int positions)
      throws OrtException {
    return scope.floats(data, rows, config.heads(), positions, config.headSize());
  }

  private int rowSize(int positions) {
    return config.cacheSize() * positions;
  }

  private static long[] flatten(long[][] rows) {
    return Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
  }
}
