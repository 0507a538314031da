package io.haidang.gateway.media;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs ffmpeg over files that are not trusted: each container is named to it, so that no playlist
 * is followed, and nothing but files is opened.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> for as long as ffmpeg works.
 * Files are in a folder that only this account may read, until the call returns.
 */
public final class Ffmpeg {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final String program;

  /**
   * A way to ffmpeg.
   *
   * @param program its name or path
   */
  public Ffmpeg(String program) {
    this.program = program;
  }

  /**
   * The file that ffmpeg makes of others.
   *
   * @param inputs by the names that the arguments call them
   * @param arguments with a demuxer before each input, without the result
   * @param result name of the file to be made
   * @throws GatewayException {@code not-installed}, {@code damaged-file}
   */
  public byte[] run(Map<String, byte[]> inputs, List<String> arguments, String result) {
    try {
      Path folder = Files.createTempDirectory("haidang-film-");
      try {
        for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
          Files.write(folder.resolve(input.getKey()), input.getValue());
        }
        List<String> command = new ArrayList<>();
        command.addAll(List.of(program, "-nostdin", "-hide_banner", "-loglevel", "error"));
        command.addAll(List.of("-protocol_whitelist", "file"));
        command.addAll(arguments);
        command.add(result);
        run(command, folder);
        return Files.readAllBytes(folder.resolve(result));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a folder for films cannot be used", e);
    }
  }

  private static void run(List<String> command, Path folder) throws IOException {
    Process process = start(command, folder);
    try {
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new GatewayException(
            ErrorCode.DAMAGED_FILE,
            "film: "
                + (ended ? "ffmpeg ended with " + process.exitValue() : "ffmpeg took too long")
                + " (expected: a film that it can read)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command, Path folder) {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.NOT_INSTALLED, "ffmpeg: not found (expected: installed beside the server)");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
