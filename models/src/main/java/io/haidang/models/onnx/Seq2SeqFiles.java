package io.haidang.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.ModelException;
import io.haidang.models.internal.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The weight files of a folder in the layout of Optimum's exports.
 *
 * <p>A merged decoder is taken before a split pair. Of several variants the first of this order is
 * taken: {@code _quantized}, {@code _int8}, no suffix, {@code _fp16}, any other by name.
 *
 * <p>Before these comes a pair that {@code haidang.json} declares as {@code fused}.
 *
 * @param decoder reads the first tokens of an output
 * @param decoderWithPast reads the following ones: the same file when it is a merged one
 * @param fused whether they are of {@code models/tools/fuse_m2m100.py}, which ranks tokens itself
 */
record Seq2SeqFiles(Path encoder, Path decoder, Path decoderWithPast, boolean fused) {

  private static final String SPLIT = "decoder_model";
  private static final String WITH_PAST = "decoder_with_past_model";
  private static final Pattern DECLARED = Pattern.compile("[A-Za-z0-9_-]+\\.onnx");
  private static final List<String> PREFERRED = List.of("_quantized", "_int8", "", "_fp16");

  /**
   * Finds the files.
   *
   * @throws ModelException.Unloadable naming the first that is missing
   */
  static Seq2SeqFiles of(Path folder) {
    Path description = folder.resolve("haidang.json");
    if (Files.exists(description) && JsonFile.read(description).root().has("fused")) {
      return fused(folder, JsonFile.read(description));
    }
    List<Path> files = list(folder);
    Path encoder = find(folder, files, "encoder_model");
    Optional<Path> merged = variant(files, "decoder_model_merged");
    if (merged.isPresent() || variant(files, WITH_PAST).isEmpty()) {
      Path decoder = merged.orElseGet(() -> find(folder, files, "decoder_model_merged"));
      return new Seq2SeqFiles(encoder, decoder, decoder, false);
    }
    return new Seq2SeqFiles(
        encoder, find(folder, files, SPLIT), find(folder, files, WITH_PAST), false);
  }

  private static Seq2SeqFiles fused(Path folder, JsonFile description) {
    Path decoder = declared(folder, description, "decoder");
    return new Seq2SeqFiles(declared(folder, description, "encoder"), decoder, decoder, true);
  }

  private static Path declared(Path folder, JsonFile description, String part) {
    JsonNode name = description.root().path("fused").path(part);
    if (!DECLARED.matcher(name.asText()).matches()) {
      throw description.fault("fused." + part, name, "the name of an ONNX file");
    }
    Path file = folder.resolve(name.asText());
    if (!Files.isRegularFile(file)) {
      throw new ModelException.Unloadable(file + ": missing (expected: as in haidang.json)");
    }
    return file;
  }

  boolean merged() {
    return decoder.equals(decoderWithPast);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a model folder)", e);
    }
  }

  private static Optional<Path> variant(List<Path> files, String stem) {
    Pattern name = Pattern.compile(stem + "(_(?!merged)[a-z0-9]+)?\\.onnx");
    return files.stream()
        .filter(file -> name.matcher(file.getFileName().toString()).matches())
        .min(Comparator.comparingInt(file -> rank(file, stem)));
  }

  private static int rank(Path file, String stem) {
    String name = file.getFileName().toString();
    int rank = PREFERRED.indexOf(name.substring(stem.length(), name.length() - ".onnx".length()));
    return rank < 0 ? PREFERRED.size() : rank;
  }

  private static Path find(Path folder, List<Path> files, String stem) {
    return variant(files, stem)
        .orElseThrow(
            () ->
                new ModelException.Unloadable(
                    folder.resolve(stem + ".onnx")
                        + ": missing (expected: it or a variant such as "
                        + stem
                        + "_quantized.onnx)"));
  }
}
