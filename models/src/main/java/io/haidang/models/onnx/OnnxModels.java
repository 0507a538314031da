package io.haidang.models.onnx;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.internal.SequenceDecoder;
import io.haidang.models.tokenizer.M2m100Tokenizer;
import java.nio.file.Path;

/** Opens models in the layout that Hugging Face Optimum exports. */
public final class OnnxModels {

  /** Embeddings are padded to a round size, or by ids that training used. */
  private static final int MOST_UNNAMED_IDS = 256;

  private OnnxModels() {}

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
      checkVocabulary(folder, config, tokenizer);
      for (LanguagePair pair : descriptor.pairs()) {
        tokenizer.languageId(pair.source());
        tokenizer.languageId(pair.target());
      }
      return new OnnxSequenceDecoder(
          descriptor, config, Seq2SeqSessions.open(folder, config, 1), tokenizer);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** A tokenizer of another model would give ids that mean something else here. */
  private static void checkVocabulary(
      Path folder, Seq2SeqConfig config, M2m100Tokenizer tokenizer) {
    int size = config.vocabularySize();
    if (tokenizer.size() > size || tokenizer.size() < size - MOST_UNNAMED_IDS) {
      throw new ModelException.Unloadable(
          folder.resolve("vocab.json")
              + ": tokens: "
              + tokenizer.size()
              + " (expected: "
              + size
              + " as in config.json, or up to "
              + MOST_UNNAMED_IDS
              + " fewer)");
    }
    if (!config.generation().search().ends().contains(tokenizer.eos())) {
      throw new ModelException.Unloadable(
          folder.resolve("vocab.json")
              + ": </s>: "
              + tokenizer.eos()
              + " (expected: "
              + config.generation().search().ends()
              + ", the eos_token_id of the model)");
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
