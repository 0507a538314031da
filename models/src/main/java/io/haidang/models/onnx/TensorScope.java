package io.haidang.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Closes the tensors and results made through it, the latest first. Not thread-safe.
 *
 * <p>Float tensors wrap direct buffers without a copy: the buffer must stay as it is meanwhile.
 */
final class TensorScope implements AutoCloseable {

  private final OrtEnvironment environment;
  private final Deque<Runnable> closers = new ArrayDeque<>();

  TensorScope(OrtEnvironment environment) {
    this.environment = environment;
  }

  OnnxTensor longs(long[] values, long... shape) throws OrtException {
    return own(OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
  }

  /** Wraps the first elements of a direct buffer, as many as the shape needs. */
  OnnxTensor longs(LongBuffer direct, long... shape) throws OrtException {
    LongBuffer view = direct.duplicate().position(0).limit(elements(shape));
    return own(OnnxTensor.createTensor(environment, view, shape));
  }

  /** Ids or a mask, in the width that an input of a graph takes. */
  OnnxTensor integers(OnnxGraph graph, String input, long[] values, long... shape)
      throws OrtException {
    if (!graph.takesNarrow(input)) {
      return longs(values, shape);
    }
    int[] narrow = Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    return own(OnnxTensor.createTensor(environment, IntBuffer.wrap(narrow), shape));
  }

  OnnxTensor flag(boolean value) throws OrtException {
    return own(OnnxTensor.createTensor(environment, new boolean[] {value}));
  }

  /** Wraps the first elements of a direct buffer, as many as the shape needs. */
  OnnxTensor floats(FloatBuffer direct, long... shape) throws OrtException {
    FloatBuffer view = direct.duplicate().position(0).limit(elements(shape));
    return own(OnnxTensor.createTensor(environment, view, shape));
  }

  private static int elements(long... shape) {
    long size = 1;
    for (long dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    return Math.toIntExact(size);
  }

  /**
   * Runs a graph that writes its results into {@code outputs}; inputs it does not take are left
   * out.
   */
  void run(OnnxGraph graph, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs)
      throws OrtException {
    Map<String, OnnxTensor> taken = new HashMap<>(inputs);
    taken.keySet().retainAll(graph.inputs());
    long start = System.nanoTime();
    OrtSession.Result result = graph.session().run(taken, Set.of(), outputs);
    NativeResources.RUN_NANOS.addAndGet(System.nanoTime() - start);
    NativeResources.RESULTS.incrementAndGet();
    closers.push(
        () -> {
          result.close();
          NativeResources.RESULTS.decrementAndGet();
        });
  }

  private OnnxTensor own(OnnxTensor tensor) {
    NativeResources.TENSORS.incrementAndGet();
    closers.push(
        () -> {
          tensor.close();
          NativeResources.TENSORS.decrementAndGet();
        });
    return tensor;
  }

  @Override
  public void close() {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }
}
