package io.haidang.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.haidang.models.ModelException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A model that turns token ids into one vector per text: inputs {@code input_ids} and {@code
 * attention_mask}, output {@code sentence_embedding}.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> the native session, until {@link
 * #close}.
 */
public final class EmbeddingSession implements AutoCloseable {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String EMBEDDING = "sentence_embedding";

  private final OrtEnvironment environment;
  private final OnnxGraph graph;
  private final int dimension;

  private EmbeddingSession(OrtEnvironment environment, OnnxGraph graph, int dimension) {
    this.environment = environment;
    this.graph = graph;
    this.dimension = dimension;
  }

  /**
   * Loads the weights.
   *
   * @param dimension numbers in a vector, 1 or more
   * @throws ModelException.Unloadable when the file is no such model
   */
  public static EmbeddingSession open(Path file, int dimension) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OnnxGraph graph = OnnxGraph.open(environment, file, 1);
    try {
      graph.requireInput(IDS, OnnxGraph.IDS, OnnxGraph.ANY, OnnxGraph.ANY);
      graph.requireInput(MASK, OnnxGraph.IDS, OnnxGraph.ANY, OnnxGraph.ANY);
      graph.requireInputsAmong(Set.of(IDS, MASK));
      graph.requireOutput(EMBEDDING, OnnxGraph.FLOAT, OnnxGraph.ANY, dimension);
      return new EmbeddingSession(environment, graph, dimension);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  /**
   * One vector per row.
   *
   * @param texts the token ids of each, of any length
   * @param pad fills shorter ones, which the model is told not to look at
   */
  public float[][] embed(long[][] texts, long pad) {
    SourceBatch batch = new SourceBatch(texts, pad);
    int rows = batch.rows();
    int length = batch.length();
    FloatBuffer output = BufferPool.zeros(rows * dimension);
    try (TensorScope scope = new TensorScope(environment)) {
      Map<String, OnnxTensor> inputs =
          Map.of(
              IDS, scope.integers(graph, IDS, batch.ids(), rows, length),
              MASK, scope.integers(graph, MASK, batch.mask(), rows, length));
      scope.run(graph, inputs, Map.of(EMBEDDING, scope.floats(output, rows, dimension)));
    } catch (OrtException e) {
      throw new ModelException.Failed("encoder: runtime failure", e);
    }
    float[][] vectors = new float[rows][dimension];
    for (int row = 0; row < rows; row++) {
      output.get(row * dimension, vectors[row]);
    }
    return vectors;
  }

  @Override
  public void close() {
    graph.close();
  }
}
