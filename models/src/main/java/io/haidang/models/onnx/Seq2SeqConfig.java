package io.haidang.models.onnx;

import io.haidang.models.internal.JsonFile;
import java.nio.file.Path;

/** What {@code config.json} says about an encoder-decoder model; sizes in elements. */
record Seq2SeqConfig(
    int vocabularySize,
    int hiddenSize,
    int decoderLayers,
    int heads,
    int maxPositions,
    int eos,
    int pad,
    int decoderStart) {

  static Seq2SeqConfig read(Path folder) {
    JsonFile file = JsonFile.read(folder.resolve("config.json"));
    String type = file.text("model_type");
    if (!type.equals("m2m_100")) {
      throw file.fault("model_type", type, "m2m_100");
    }
    Seq2SeqConfig config =
        new Seq2SeqConfig(
            file.integer("vocab_size", 4),
            file.integer("d_model", 1),
            file.integer("decoder_layers", 1),
            file.integer("decoder_attention_heads", 1),
            file.integer("max_position_embeddings", 8),
            file.integer("eos_token_id", 0),
            file.integer("pad_token_id", 0),
            file.integer("decoder_start_token_id", 0));
    if (config.hiddenSize % config.heads != 0) {
      throw file.fault("d_model", config.hiddenSize, "a multiple of decoder_attention_heads");
    }
    return config;
  }

  int headSize() {
    return hiddenSize / heads;
  }
}
