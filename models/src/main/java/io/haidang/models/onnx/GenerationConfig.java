package io.haidang.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.internal.search.EarlyStopping;
import io.haidang.models.internal.search.SearchSettings;
import io.haidang.models.internal.search.TokenIds;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code generation_config.json} says, or {@code config.json} where the former is absent, in
 * the terms of Transformers 4.57.
 *
 * @param search the model's own settings; its prefix is the start token and the forced first one
 */
record GenerationConfig(int pad, SearchSettings search) {

  static GenerationConfig read(Path folder, JsonFile config, int vocabularySize) {
    Path path = folder.resolve("generation_config.json");
    JsonFile file = Files.exists(path) ? JsonFile.read(path) : config;
    UnservedOptions.check(file);
    TokenFields tokens = new TokenFields(file, vocabularySize);
    TokenFields special = new TokenFields(config, vocabularySize);
    TokenIds start = tokens.oneOr("decoder_start_token_id", special);
    return new GenerationConfig(
        tokens.oneOr("pad_token_id", special).get(0),
        new SearchSettings(
            start.followedBy(tokens.one("forced_bos_token_id")),
            tokens.someOr("eos_token_id", special),
            tokens.some("forced_eos_token_id"),
            file.integer("num_beams", 1, 1),
            file.number("length_penalty", 1),
            earlyStopping(file),
            maxLength(file),
            file.integer("min_length", 0, 0),
            file.integer("no_repeat_ngram_size", 0, 0),
            repetitionPenalty(file),
            tokens.some("suppress_tokens"),
            tokens.some("begin_suppress_tokens"),
            tokens.lists("bad_words_ids")));
  }

  /** Transformers' 20 tokens where nothing is said would cut most sentences. */
  private static int maxLength(JsonFile file) {
    if (file.root().hasNonNull("max_new_tokens")) {
      return 1 + file.integer("max_new_tokens", 2);
    }
    return file.integer("max_length", 3, Integer.MAX_VALUE);
  }

  private static double repetitionPenalty(JsonFile file) {
    double penalty = file.number("repetition_penalty", 1);
    if (penalty <= 0) {
      throw file.fault("repetition_penalty", penalty, "more than 0");
    }
    return penalty;
  }

  private static EarlyStopping earlyStopping(JsonFile file) {
    JsonNode value = file.root().path("early_stopping");
    if (value.isMissingNode() || value.isNull()) {
      return EarlyStopping.HEURISTIC;
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? EarlyStopping.AT_ONCE : EarlyStopping.HEURISTIC;
    }
    if (value.asText().equals("never")) {
      return EarlyStopping.NEVER;
    }
    throw file.fault("early_stopping", value, "true, false or \"never\"");
  }
}
