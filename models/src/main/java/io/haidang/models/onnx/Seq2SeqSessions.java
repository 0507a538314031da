package io.haidang.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The encoder's and the merged decoder's session. Safe for concurrent use. */
final class Seq2SeqSessions implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession encoder;
  private final OrtSession decoder;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Seq2SeqSessions(Path encoderFile, Path decoderFile, int threads) {
    this.encoder = session(encoderFile, threads);
    try {
      this.decoder = session(decoderFile, threads);
    } catch (RuntimeException e) {
      close(encoder);
      throw e;
    }
  }

  /** Opens the two weight files of a folder in Optimum layout. */
  static Seq2SeqSessions open(Path folder, int threads) {
    Seq2SeqSessions sessions =
        new Seq2SeqSessions(
            find(folder, "encoder_model"), find(folder, "decoder_model_merged"), threads);
    Set<String> inputs = sessions.decoder.getInputNames();
    if (!inputs.containsAll(List.of("use_cache_branch", "past_key_values.0.decoder.key"))) {
      sessions.close();
      throw new ModelException.Unloadable(
          folder + ": decoder without use_cache_branch (expected: a merged decoder of Optimum)");
    }
    return sessions;
  }

  private static Path find(Path folder, String stem) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(stem + "(_[a-z0-9]+)?\\.onnx"))
          .sorted()
          .findFirst()
          .orElseThrow(
              () ->
                  new ModelException.Unloadable(
                      folder.resolve(stem + ".onnx")
                          + ": missing (expected: it or a variant such as "
                          + stem
                          + "_quantized.onnx)"));
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a model folder)", e);
    }
  }

  private OrtSession session(Path file, int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      OrtSession session = environment.createSession(file.toString(), options);
      NativeResources.SESSIONS.incrementAndGet();
      return session;
    } catch (OrtException e) {
      throw new ModelException.Unloadable(file + ": unreadable (expected: an ONNX model)", e);
    }
  }

  OrtEnvironment environment() {
    return environment;
  }

  OrtSession encoder() {
    return encoder;
  }

  OrtSession decoder() {
    return decoder;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      close(decoder);
      close(encoder);
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
      NativeResources.SESSIONS.decrementAndGet();
    } catch (OrtException e) {
      throw new ModelException.Failed("session: not closed", e);
    }
  }
}
