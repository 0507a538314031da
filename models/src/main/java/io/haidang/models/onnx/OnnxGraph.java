package io.haidang.models.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.haidang.models.ModelException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One loaded ONNX file, and what it reads and writes. Safe for concurrent use.
 *
 * <p>The methods that check take a dimension of {@link #ANY} for one that may vary; a dimension the
 * file leaves open fits every number.
 */
final class OnnxGraph implements AutoCloseable {

  static final long ANY = -1;
  static final Set<OnnxJavaType> IDS = EnumSet.of(OnnxJavaType.INT64, OnnxJavaType.INT32);
  static final Set<OnnxJavaType> FLOAT = EnumSet.of(OnnxJavaType.FLOAT);
  static final Set<OnnxJavaType> FLAG = EnumSet.of(OnnxJavaType.BOOL);

  private final Path file;
  private final OrtSession session;
  private final Map<String, NodeInfo> inputs;
  private final Map<String, NodeInfo> outputs;
  private final Map<String, String> properties;
  private final AtomicBoolean closed = new AtomicBoolean();

  private OnnxGraph(Path file, OrtSession session) throws OrtException {
    this.file = file;
    this.session = session;
    this.inputs = Map.copyOf(session.getInputInfo());
    this.outputs = Map.copyOf(session.getOutputInfo());
    this.properties = Map.copyOf(session.getMetadata().getCustomMetadata());
  }

  /**
   * Loads a file.
   *
   * @param threads that one run computes on
   * @throws ModelException.Unloadable when it is no model that this runtime can run
   */
  static OnnxGraph open(OrtEnvironment environment, Path file, int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      OrtSession session = environment.createSession(file.toString(), options);
      NativeResources.SESSIONS.incrementAndGet();
      return new OnnxGraph(file, session);
    } catch (OrtException e) {
      throw new ModelException.Unloadable(file + ": " + LoadFault.describe(e), e);
    }
  }

  OrtSession session() {
    return session;
  }

  Set<String> inputs() {
    return inputs.keySet();
  }

  boolean takes(String input) {
    return inputs.containsKey(input);
  }

  /** What the file says of itself under a name. */
  Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  /** Whether an input of ids takes them in 32 bits. */
  boolean takesNarrow(String input) {
    NodeInfo node = inputs.get(input);
    return node != null
        && node.getInfo() instanceof TensorInfo tensor
        && tensor.type == OnnxJavaType.INT32;
  }

  /** Fails unless there is such an input. */
  void requireInput(String name, Set<OnnxJavaType> types, long... shape) {
    require("input", name, inputs.get(name), types, shape);
  }

  /** Fails unless there is such an output. */
  void requireOutput(String name, Set<OnnxJavaType> types, long... shape) {
    require("output", name, outputs.get(name), types, shape);
  }

  /** Fails when there is an input that nothing would be given to. */
  void requireInputsAmong(Set<String> known) {
    for (String name : inputs.keySet()) {
      if (!known.contains(name)) {
        throw fault(
            name, "an input", "only inputs of Optimum's exports, as many as config.json has");
      }
    }
  }

  private void require(
      String kind, String name, @Nullable NodeInfo node, Set<OnnxJavaType> types, long... shape) {
    String expected = kind + " of " + types + " " + Arrays.toString(shape) + " as in config.json";
    if (node == null) {
      throw fault(name, "missing", expected);
    }
    if (!(node.getInfo() instanceof TensorInfo tensor)
        || !types.contains(tensor.type)
        || !fits(tensor.getShape(), shape)) {
      throw fault(name, node.getInfo(), expected);
    }
  }

  /** The outputs of a conditional subgraph may come without a shape. */
  private static boolean fits(long[] found, long... wanted) {
    if (found.length == 0) {
      return true;
    }
    boolean same = found.length == wanted.length;
    for (int i = 0; same && i < found.length; i++) {
      same = found[i] == wanted[i] || found[i] < 0 || wanted[i] == ANY;
    }
    return same;
  }

  /** That the file is at fault. */
  ModelException.Unloadable fault(String name, Object found, String expected) {
    Object shown =
        found instanceof TensorInfo tensor
            ? tensor.type + " " + Arrays.toString(tensor.getShape())
            : found;
    return new ModelException.Unloadable(
        file + ": " + name + ": " + shown + " (expected: " + expected + ")");
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        session.close();
        NativeResources.SESSIONS.decrementAndGet();
      } catch (OrtException e) {
        throw new ModelException.Failed("session: not closed", e);
      }
    }
  }
}
