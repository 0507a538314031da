package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.ModelException;
import io.haidang.models.internal.search.EarlyStopping;
import io.haidang.models.internal.search.SearchSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Seq2SeqConfigTest {

  private static final String SIZES =
      """
      "vocab_size": 100, "d_model": 32, "decoder_layers": 3, "decoder_attention_heads": 4,
      "max_position_embeddings": 64, "pad_token_id": 1, "eos_token_id": 2,
      "decoder_start_token_id": 5""";
  private static final String BART = "{\"model_type\": \"bart\", " + SIZES + "}";
  private static final String T5 =
      """
      {"model_type": "t5", "vocab_size": 100, "d_model": 32, "d_kv": 12, "num_heads": 4,
      "num_layers": 2, "pad_token_id": 0, "eos_token_id": 1, "decoder_start_token_id": 0}""";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"marian", "m2m_100", "bart", "mbart"})
  void read_familyOfBart_takesHeadSizeFromTheHiddenSize(String type) throws Exception {
    Seq2SeqConfig config = read("{\"model_type\": \"" + type + "\", " + SIZES + "}", null);
    assertThat(config.decoderLayers()).isEqualTo(3);
    assertThat(config.heads()).isEqualTo(4);
    assertThat(config.headSize()).isEqualTo(8);
    assertThat(config.maxPositions()).isEqualTo(64);
    assertThat(config.pad()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t5", "mt5"})
  void read_familyOfT5_takesHeadSizeFromItsOwnField(String type) throws Exception {
    Seq2SeqConfig config = read(T5.replace("t5", type), null);
    assertThat(config.headSize()).isEqualTo(12);
    assertThat(config.cacheSize()).isEqualTo(48);
    assertThat(config.decoderLayers()).isEqualTo(2);
    assertThat(config.maxPositions()).isEqualTo(512);
  }

  @Test
  void read_decoderOfOtherDepthThanEncoder_takesTheDecoders() throws Exception {
    Seq2SeqConfig config =
        read(T5.replace("\"num_layers\": 2", "\"num_layers\": 2, \"num_decoder_layers\": 1"), null);
    assertThat(config.decoderLayers()).isEqualTo(1);
  }

  @Test
  void read_everyServedOption_reachesTheSearch() throws Exception {
    SearchSettings search =
        search(
            """
            {"eos_token_id": [2, 7], "forced_bos_token_id": 9, "forced_eos_token_id": 2,
            "num_beams": 5, "length_penalty": 2, "early_stopping": "never", "max_length": 40,
            "min_length": 3, "no_repeat_ngram_size": 4, "repetition_penalty": 1.5,
            "suppress_tokens": [10, 11], "begin_suppress_tokens": [12],
            "bad_words_ids": [[13], [14, 15]]}""");
    assertThat(search.prefix().toArray()).containsExactly(5, 9);
    assertThat(search.ends().toArray()).containsExactly(2, 7);
    assertThat(search.forcedEnd().toArray()).containsExactly(2);
    assertThat(search.beams()).isEqualTo(5);
    assertThat(search.lengthPenalty()).isEqualTo(2);
    assertThat(search.earlyStopping()).isEqualTo(EarlyStopping.NEVER);
    assertThat(search.maxLength()).isEqualTo(40);
    assertThat(search.minLength()).isEqualTo(3);
    assertThat(search.noRepeatNgram()).isEqualTo(4);
    assertThat(search.repetitionPenalty()).isEqualTo(1.5);
    assertThat(search.suppressed().toArray()).containsExactly(10, 11);
    assertThat(search.suppressedAtBegin().toArray()).containsExactly(12);
    assertThat(search.bannedWords()).hasToString("[[13], [14, 15]]");
  }

  @Test
  void read_noGenerationConfig_takesOptionsFromConfig() throws Exception {
    Seq2SeqConfig config = read(BART.replace("}", ", \"forced_bos_token_id\": 0}"), null);
    assertThat(config.generation().search().prefix().toArray()).containsExactly(5, 0);
  }

  @Test
  void read_generationConfig_hidesOptionsOfConfigButNotItsSpecialTokens() throws Exception {
    Seq2SeqConfig config = read(BART.replace("}", ", \"forced_bos_token_id\": 0}"), "{}");
    assertThat(config.generation().search().prefix().toArray()).containsExactly(5);
  }

  @Test
  void read_neutralAndNullOptions_pass() throws Exception {
    SearchSettings search =
        search(
            """
            {"num_beam_groups": 1, "diversity_penalty": 0.0, "do_sample": false,
            "constraints": null, "stop_strings": [], "forced_bos_token_id": null,
            "temperature": 0.7, "max_new_tokens": 20}""");
    assertThat(search.maxLength()).isEqualTo(21);
    assertThat(search.prefix().toArray()).containsExactly(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"do_sample\": true}",
        "{\"num_beam_groups\": 2}",
        "{\"encoder_no_repeat_ngram_size\": 3}",
        "{\"sequence_bias\": [[[3], 1.5]]}",
        "{\"forced_decoder_ids\": [[1, 5]]}",
        "{\"max_time\": 2.5}",
        "{\"repetition_penalty\": 0}",
        "{\"early_stopping\": \"sometimes\"}",
        "{\"suppress_tokens\": [100]}",
        "{\"eos_token_id\": []}",
        "{\"bad_words_ids\": [[]]}",
        "{\"bad_words_ids\": [3]}",
        "{\"length_penalty\": \"long\"}",
        "{\"max_length\": 1}"
      })
  void read_unservedOrSenselessOption_isRefusedByName(String options) {
    assertThatThrownBy(() -> search(options))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining(
            "generation_config.json: " + options.substring(2, options.indexOf('"', 2)))
        .hasMessageContaining("(expected: ");
  }

  @Test
  void read_encoderOnlyModel_isRefused() {
    assertThatThrownBy(() -> read(BART.replace("}", ", \"is_encoder_decoder\": false}"), null))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining("is_encoder_decoder: false (expected: true)");
  }

  private SearchSettings search(String generation) throws Exception {
    return read(BART, generation).generation().search();
  }

  private Seq2SeqConfig read(String config, @Nullable String generation) throws Exception {
    Files.writeString(folder.resolve("config.json"), config);
    if (generation != null) {
      Files.writeString(folder.resolve("generation_config.json"), generation);
    }
    return Seq2SeqConfig.read(folder);
  }
}
