package io.haidang.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.internal.JsonFile;
import java.util.Map;
import java.util.Set;

/**
 * Options of Transformers' {@code GenerationConfig} that change an output and that no search here
 * has. A model that asks for one is refused rather than decoded otherwise than it was meant to be.
 */
final class UnservedOptions {

  /** With the value that asks for nothing. */
  private static final Map<String, Double> NUMBERS =
      Map.ofEntries(
          Map.entry("num_beam_groups", 1.0),
          Map.entry("diversity_penalty", 0.0),
          Map.entry("encoder_no_repeat_ngram_size", 0.0),
          Map.entry("encoder_repetition_penalty", 1.0),
          Map.entry("guidance_scale", 1.0),
          Map.entry("min_new_tokens", 0.0),
          Map.entry("num_return_sequences", 1.0),
          Map.entry("penalty_alpha", 0.0));

  /** Absent, null, false and empty ask for nothing. */
  private static final Set<String> OTHERS =
      Set.of(
          "constraints",
          "do_sample",
          "dola_layers",
          "exponential_decay_length_penalty",
          "force_words_ids",
          "forced_decoder_ids",
          "max_time",
          "prompt_lookup_num_tokens",
          "remove_invalid_values",
          "renormalize_logits",
          "sequence_bias",
          "stop_strings",
          "token_healing",
          "watermarking_config");

  private UnservedOptions() {}

  static void check(JsonFile file) {
    NUMBERS.forEach(
        (name, neutral) -> {
          if (file.number(name, neutral) != neutral) {
            throw file.fault(name, file.root().path(name), neutral + ", no other is served");
          }
        });
    for (String name : OTHERS) {
      JsonNode value = file.root().path(name);
      boolean asks = value.isValueNode() ? value.asBoolean(true) : !value.isEmpty();
      if (asks && !value.isNull()) {
        throw file.fault(name, value, "absent, it is not served");
      }
    }
  }
}
