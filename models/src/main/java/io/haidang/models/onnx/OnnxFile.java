package io.haidang.models.onnx;

import io.haidang.models.ModelException;
import io.haidang.models.internal.FileNames;
import io.haidang.models.internal.ProtobufInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an ONNX file from a stranger asks of the runtime, read without its weights and before native
 * code sees a byte: operators, and files outside it. {@link GraphCheck} comes after, on the loaded
 * graph, and asks whether its inputs and outputs are those of the model. Field numbers are those of
 * {@code onnx.proto}. Not thread-safe.
 */
final class OnnxFile {

  private static final Set<String> KNOWN_DOMAINS =
      Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft");
  private static final int DEEPEST = 16;

  private final Set<String> unknownOperators = new TreeSet<>();
  private final Set<String> ownFunctions = new TreeSet<>();
  private final Set<String> externalFiles = new TreeSet<>();
  private boolean hasGraph;

  private OnnxFile() {}

  /**
   * Refuses a file that is no ONNX model, that needs operators of an unknown domain, or that keeps
   * weights in a file which is not beside it.
   *
   * @throws ModelException.Unloadable naming the file and the operator
   */
  static void check(Path file) {
    OnnxFile contents = new OnnxFile();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      contents.readModel(new ProtobufInput(in, Files.size(file)));
    } catch (EOFException e) {
      throw new ModelException.Unloadable(file + ": broken (expected: an ONNX model)", e);
    } catch (IOException e) {
      throw new ModelException.Unloadable(file + ": unreadable (expected: an ONNX model)", e);
    }
    contents.throwIfUnfit(file);
  }

  private void throwIfUnfit(Path file) {
    if (!hasGraph) {
      throw new ModelException.Unloadable(file + ": no graph (expected: an ONNX model)");
    }
    unknownOperators.removeAll(ownFunctions);
    if (!unknownOperators.isEmpty()) {
      throw new ModelException.Unloadable(
          file
              + ": operators "
              + unknownOperators
              + " (expected: those of ai.onnx, ai.onnx.ml and com.microsoft)");
    }
    for (String external : externalFiles) {
      if (!FileNames.isPlain(external) || !Files.isRegularFile(file.resolveSibling(external))) {
        throw new ModelException.Unloadable(
            file + ": weights in " + external + " (expected: a file beside it)");
      }
    }
  }

  private void readModel(ProtobufInput model) throws IOException {
    while (model.next()) {
      switch (model.field()) {
        case 7 -> {
          hasGraph = true;
          readGraph(model.message(), 0);
        }
        case 25 -> readFunction(model.message());
        default -> model.skip();
      }
    }
  }

  private void readFunction(ProtobufInput function) throws IOException {
    String name = "";
    String domain = "";
    while (function.next()) {
      switch (function.field()) {
        case 1 -> name = function.text();
        case 7 -> readNode(function.message(), 0);
        case 10 -> domain = function.text();
        default -> function.skip();
      }
    }
    ownFunctions.add(domain + ":" + name);
  }

  private void readGraph(ProtobufInput graph, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new EOFException("graphs: nested deeper than " + DEEPEST);
    }
    while (graph.next()) {
      switch (graph.field()) {
        case 1 -> readNode(graph.message(), depth);
        case 5 -> readTensor(graph.message());
        case 15 -> readSparseTensor(graph.message());
        default -> graph.skip();
      }
    }
  }

  private void readNode(ProtobufInput node, int depth) throws IOException {
    String operator = "";
    String domain = "";
    while (node.next()) {
      switch (node.field()) {
        case 4 -> operator = node.text();
        case 5 -> readAttribute(node.message(), depth);
        case 7 -> domain = node.text();
        default -> node.skip();
      }
    }
    if (!KNOWN_DOMAINS.contains(domain)) {
      unknownOperators.add(domain + ":" + operator);
    }
  }

  private void readAttribute(ProtobufInput attribute, int depth) throws IOException {
    while (attribute.next()) {
      switch (attribute.field()) {
        case 5, 10 -> readTensor(attribute.message());
        case 6, 11 -> readGraph(attribute.message(), depth + 1);
        case 22, 23 -> readSparseTensor(attribute.message());
        default -> attribute.skip();
      }
    }
  }

  private void readSparseTensor(ProtobufInput sparse) throws IOException {
    while (sparse.next()) {
      switch (sparse.field()) {
        case 1, 2 -> readTensor(sparse.message());
        default -> sparse.skip();
      }
    }
  }

  private void readTensor(ProtobufInput tensor) throws IOException {
    while (tensor.next()) {
      if (tensor.field() == 13) {
        readExternal(tensor.message());
      } else {
        tensor.skip();
      }
    }
  }

  private void readExternal(ProtobufInput entry) throws IOException {
    String key = "";
    String value = "";
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> key = entry.text();
        case 2 -> value = entry.text();
        default -> entry.skip();
      }
    }
    if (key.equals("location")) {
      externalFiles.add(value);
    }
  }
}
