package io.haidang.models.onnx;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.internal.SequenceDecoder;
import io.haidang.models.tokenizer.M2m100Tokenizer;
import java.nio.file.Path;

/** Opens models in the layout that Hugging Face Optimum exports. */
public final class OnnxModels {

  private OnnxModels() {}

  /**
   * Loads the weights; the caller closes the generator. Blocks for a moment.
   *
   * @param concurrency calls served at a time; each computes on one thread
   * @throws io.haidang.models.ModelException.Unloadable naming the file at fault
   */
  public static TextGenerator open(Path folder, ModelDescriptor descriptor, int concurrency) {
    return new OnnxSeq2SeqEngine(decoder(folder, descriptor), concurrency);
  }

  /**
   * Loads the weights for a scheduler of this module, which closes the decoder. Blocks for a
   * moment.
   *
   * @throws io.haidang.models.ModelException.Unloadable naming the file at fault
   */
  public static SequenceDecoder decoder(Path folder, ModelDescriptor descriptor) {
    Seq2SeqConfig config = Seq2SeqConfig.read(folder);
    M2m100Tokenizer tokenizer = M2m100Tokenizer.open(folder);
    try {
      for (LanguagePair pair : descriptor.pairs()) {
        tokenizer.languageId(pair.source());
        tokenizer.languageId(pair.target());
      }
      return new OnnxSequenceDecoder(
          descriptor, config, Seq2SeqSessions.open(folder, 1), tokenizer);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** Longest input of a model in tokens, from its configuration files alone. */
  public static int maxSourceTokens(Path folder) {
    int positions = Seq2SeqConfig.read(folder).maxPositions();
    return Math.min(
        positions,
        JsonFile.read(folder.resolve("tokenizer_config.json"))
            .integer("model_max_length", 8, positions));
  }
}
