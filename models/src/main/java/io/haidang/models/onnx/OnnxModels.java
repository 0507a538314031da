package io.haidang.models.onnx;

import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.ModelException;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.internal.SequenceDecoder;
import io.haidang.models.tokenizer.Tokenizer;
import io.haidang.models.tokenizer.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Opens models in the layout that Hugging Face Optimum exports. */
public final class OnnxModels {

  /** What every model opened here can do. */
  public static final Set<Capability> CAPABILITIES =
      Set.of(Capability.REQUIRED_PHRASES, Capability.CONFIDENCE, Capability.N_BEST);

  private OnnxModels() {}

  /**
   * Loads the weights for a scheduler of this module, which closes the decoder. Blocks for a
   * moment.
   *
   * @throws io.haidang.models.ModelException.Unloadable naming the file at fault
   */
  public static SequenceDecoder decoder(Path folder, ModelDescriptor descriptor) {
    Seq2SeqConfig config = Seq2SeqConfig.read(folder);
    Tokenizer tokenizer = Tokenizers.open(folder);
    try {
      checkEnd(folder, config, tokenizer);
      descriptor.pairs().forEach(tokenizer::check);
      double uncertainBelow = UncertainWords.threshold(folder);
      Seq2SeqSessions sessions =
          Seq2SeqSessions.open(folder, config, 1); // Last: nothing closes it.
      return new OnnxSequenceDecoder(descriptor, config, sessions, tokenizer, uncertainBelow);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** An output would never end otherwise. */
  private static void checkEnd(Path folder, Seq2SeqConfig config, Tokenizer tokenizer) {
    if (!config.generation().search().ends().contains(tokenizer.eos())) {
      throw new ModelException.Unloadable(
          folder.resolve("tokenizer_config.json")
              + ": eos_token: "
              + tokenizer.eos()
              + " (expected: "
              + config.generation().search().ends()
              + ", the eos_token_id of the model)");
    }
  }

  /**
   * Refuses the graphs of a folder that ask for operators outside the known domains or for weights
   * outside the folder, before anything is loaded. Reads the files.
   *
   * @throws ModelException.Unloadable naming the file and what it asks for
   */
  public static void checkGraphs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> graphs = files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
      if (graphs.isEmpty()) {
        throw new ModelException.Unloadable(
            folder.getFileName() + ": no .onnx file (expected: a model in Optimum layout)");
      }
      graphs.forEach(OnnxFile::check);
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a model folder)", e);
    }
  }

  /** Longest input of a model in tokens, from its configuration files alone. */
  public static int maxSourceTokens(Path folder) {
    int positions = Seq2SeqConfig.read(folder).maxPositions();
    JsonFile file = JsonFile.read(folder.resolve("tokenizer_config.json"));
    // Tokenizers without a limit of their own state one of thirty digits.
    double most = file.number("model_max_length", positions);
    if (most < 8) {
      throw file.fault("model_max_length", most, "at least 8");
    }
    return (int) Math.min(positions, most);
  }
}
