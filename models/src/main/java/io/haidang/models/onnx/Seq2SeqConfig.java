package io.haidang.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.internal.JsonFile;
import java.nio.file.Path;

/**
 * What {@code config.json} says about an encoder-decoder model; sizes in elements.
 *
 * @param vocabularySize tokens the decoder gives logits for
 * @param hiddenSize what the encoder gives per token
 * @param headSize what a head caches per token; T5's heads need not add up to the hidden size
 * @param maxPositions most tokens of a source or an output that the model was made for
 */
record Seq2SeqConfig(
    Architecture architecture,
    int vocabularySize,
    int hiddenSize,
    int decoderLayers,
    int heads,
    int headSize,
    int maxPositions,
    GenerationConfig generation) {

  /** T5 has no last position; it was trained on texts of so many tokens. */
  private static final int T5_POSITIONS = 512;

  /**
   * Reads {@code config.json} and {@code generation_config.json}.
   *
   * @throws io.haidang.models.ModelException.Unloadable naming the file and the field at fault
   */
  static Seq2SeqConfig read(Path folder) {
    JsonFile file = JsonFile.read(folder.resolve("config.json"));
    Architecture architecture = Architecture.of(file);
    JsonNode both = file.root().path("is_encoder_decoder");
    if (both.isBoolean() && !both.booleanValue()) {
      throw file.fault("is_encoder_decoder", both, "true");
    }
    return architecture.isT5() ? t5(folder, file, architecture) : bart(folder, file, architecture);
  }

  private static Seq2SeqConfig bart(Path folder, JsonFile file, Architecture architecture) {
    int vocabulary = file.integer("decoder_vocab_size", 4, file.integer("vocab_size", 4));
    int hidden = file.integer("d_model", 1);
    int heads = file.integer("decoder_attention_heads", 1);
    if (hidden % heads != 0) {
      throw file.fault("d_model", hidden, "a multiple of decoder_attention_heads");
    }
    return new Seq2SeqConfig(
        architecture,
        vocabulary,
        hidden,
        file.integer("decoder_layers", 1),
        heads,
        hidden / heads,
        file.integer("max_position_embeddings", 8),
        GenerationConfig.read(folder, file, vocabulary));
  }

  private static Seq2SeqConfig t5(Path folder, JsonFile file, Architecture architecture) {
    int vocabulary = file.integer("vocab_size", 4);
    return new Seq2SeqConfig(
        architecture,
        vocabulary,
        file.integer("d_model", 1),
        file.root().hasNonNull("num_decoder_layers")
            ? file.integer("num_decoder_layers", 1)
            : file.integer("num_layers", 1),
        file.integer("num_heads", 1),
        file.integer("d_kv", 1),
        file.integer("n_positions", 8, T5_POSITIONS),
        GenerationConfig.read(folder, file, vocabulary));
  }

  int pad() {
    return generation.pad();
  }

  /** What all heads of a layer cache per token. */
  int cacheSize() {
    return heads * headSize;
  }
}
