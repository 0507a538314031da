package io.haidang.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.nio.file.Path;

/**
 * The graphs of an encoder-decoder model, checked against its configuration. Safe for concurrent
 * use.
 */
final class Seq2SeqSessions implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OnnxGraph encoder;
  private final OnnxGraph decoder;
  private final OnnxGraph decoderWithPast;
  private final boolean fused;
  private final OutputTokens outputTokens;

  private Seq2SeqSessions(Seq2SeqFiles files, int vocabularySize, int threads) {
    this.fused = files.fused();
    this.encoder = OnnxGraph.open(environment, files.encoder(), threads);
    OnnxGraph first = null;
    try {
      first = OnnxGraph.open(environment, files.decoder(), threads);
      this.decoder = first;
      this.outputTokens = OutputTokens.of(first, vocabularySize);
      this.decoderWithPast =
          files.merged() ? first : OnnxGraph.open(environment, files.decoderWithPast(), threads);
    } catch (RuntimeException e) {
      if (first != null) {
        first.close();
      }
      encoder.close();
      throw e;
    }
  }

  /**
   * Opens the weight files of a folder in Optimum layout, or the fused pair that it declares.
   *
   * @throws io.haidang.models.ModelException.Unloadable naming the file at fault
   */
  static Seq2SeqSessions open(Path folder, Seq2SeqConfig config, int threads) {
    Seq2SeqFiles files = Seq2SeqFiles.of(folder);
    Seq2SeqSessions sessions = new Seq2SeqSessions(files, config.vocabularySize(), threads);
    try {
      GraphCheck check = new GraphCheck(config);
      if (files.fused()) {
        check.fused(sessions.encoder, sessions.decoder, sessions.outputTokens.count());
        return sessions;
      }
      check.encoder(sessions.encoder);
      if (files.merged()) {
        check.mergedDecoder(sessions.decoder);
      } else {
        check.firstDecoder(sessions.decoder);
        check.laterDecoder(sessions.decoderWithPast);
      }
      return sessions;
    } catch (RuntimeException e) {
      sessions.close();
      throw e;
    }
  }

  /** Whether the graphs are those that {@link FusedRows} needs. */
  boolean fused() {
    return fused;
  }

  /** What the decoder scores. */
  OutputTokens outputTokens() {
    return outputTokens;
  }

  OrtEnvironment environment() {
    return environment;
  }

  OnnxGraph encoder() {
    return encoder;
  }

  /** Reads the first tokens of an output. */
  OnnxGraph decoder() {
    return decoder;
  }

  /** Reads the following tokens; the same graph when it is a merged one. */
  OnnxGraph decoderWithPast() {
    return decoderWithPast;
  }

  @Override
  public void close() {
    decoderWithPast.close();
    decoder.close();
    encoder.close();
  }
}
