package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Seq2SeqFilesTest {

  @TempDir private Path folder;

  @Test
  void of_severalVariants_takesInt8First() throws Exception {
    create("encoder_model.onnx", "encoder_model_fp16.onnx", "encoder_model_quantized.onnx");
    create("decoder_model_merged_fp16.onnx", "decoder_model_merged.onnx");
    Seq2SeqFiles files = Seq2SeqFiles.of(folder);
    assertThat(files.encoder()).hasFileName("encoder_model_quantized.onnx");
    assertThat(files.decoder()).hasFileName("decoder_model_merged.onnx");
  }

  @Test
  void of_mergedAndSplit_takesMerged() throws Exception {
    create("encoder_model.onnx", "decoder_model.onnx", "decoder_with_past_model.onnx");
    create("decoder_model_merged_q4.onnx");
    assertThat(Seq2SeqFiles.of(folder).merged()).isTrue();
  }

  @Test
  void of_split_takesBothDecoders() throws Exception {
    create("encoder_model.onnx", "decoder_model_int8.onnx", "decoder_with_past_model_int8.onnx");
    Seq2SeqFiles files = Seq2SeqFiles.of(folder);
    assertThat(files.merged()).isFalse();
    assertThat(files.decoder()).hasFileName("decoder_model_int8.onnx");
    assertThat(files.decoderWithPast()).hasFileName("decoder_with_past_model_int8.onnx");
  }

  @Test
  void of_halfOfASplitPair_namesTheOtherHalf() throws Exception {
    create("encoder_model.onnx", "decoder_with_past_model.onnx");
    assertMissing("/decoder_model.onnx");
  }

  @Test
  void of_decoderWithoutCache_namesMergedDecoder() throws Exception {
    create("encoder_model.onnx", "decoder_model.onnx");
    assertMissing("/decoder_model_merged.onnx");
  }

  @Test
  void of_noEncoder_namesIt() throws Exception {
    create("decoder_model_merged.onnx");
    assertMissing("/encoder_model.onnx");
  }

  private void assertMissing(String name) {
    assertThatThrownBy(() -> Seq2SeqFiles.of(folder))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining(name + ": missing (expected: ");
  }

  private void create(String... names) throws Exception {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }
}
