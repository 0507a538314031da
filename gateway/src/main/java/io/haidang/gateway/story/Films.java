package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.translation.document.DocumentFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Puts subtitles into films with ffmpeg, where that is installed. A film is not trusted: its
 * container is named to ffmpeg, so that no playlist is followed, and nothing but files is opened.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> for as long as ffmpeg works.
 * Files are in a folder that only this account may read, until the call returns.
 */
final class Films {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The containers that are taken, and what ffmpeg calls them and their subtitles. */
  private static final Map<String, Container> CONTAINERS =
      Map.of(
          "video/mp4", new Container("mov", "mp4", "mov_text"),
          "video/webm", new Container("matroska", "webm", "webvtt"));

  private final String ffmpeg;

  /**
   * A way to films.
   *
   * @param ffmpeg name or path of the program
   */
  Films(String ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Subtitles in one language. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Track(Locale language, DocumentFormat format, byte[] file) {}

  private record Container(String demuxer, String extension, String subtitleCodec) {}

  /**
   * The film with subtitles that a viewer may choose and switch off; picture and sound are copied.
   *
   * @param tracks at least one
   * @throws GatewayException {@code not-installed}, {@code unsupported-format}, {@code
   *     damaged-file}
   */
  byte[] withTracks(byte[] film, String mediaType, List<Track> tracks) {
    Container container = container(mediaType);
    List<String> inputs = new ArrayList<>();
    List<String> maps = new ArrayList<>(List.of("-map", "0:v", "-map", "0:a?"));
    for (int i = 0; i < tracks.size(); i++) {
      inputs.addAll(List.of("-f", demuxer(tracks.get(i)), "-i", name(i)));
      maps.addAll(List.of("-map", (i + 1) + ":s"));
      maps.addAll(
          List.of("-metadata:s:s:" + i, "language=" + tracks.get(i).language().getISO3Language()));
    }
    maps.addAll(List.of("-c", "copy", "-c:s", container.subtitleCodec()));
    return run(film, container, tracks, inputs, maps);
  }

  /**
   * The film with subtitles in its picture, for channels that show no others.
   *
   * @throws GatewayException {@code not-installed}, {@code unsupported-format}, {@code
   *     damaged-file}
   */
  byte[] burnedIn(byte[] film, String mediaType, Track track) {
    List<String> picture =
        List.of("-map", "0:v", "-map", "0:a?", "-vf", "subtitles=" + name(0), "-c:a", "copy");
    return run(film, container(mediaType), List.of(track), List.of(), picture);
  }

  private static Container container(String mediaType) {
    Container container = CONTAINERS.get(mediaType);
    if (container == null) {
      throw new GatewayException(
          ErrorCode.UNSUPPORTED_FORMAT, "film: " + mediaType + " (expected: MP4 or WebM)");
    }
    return container;
  }

  private static String demuxer(Track track) {
    return track.format() == DocumentFormat.VTT ? "webvtt" : "srt";
  }

  private static String name(int track) {
    return "subtitles-" + track;
  }

  private byte[] run(
      byte[] film,
      Container container,
      List<Track> tracks,
      List<String> inputs,
      List<String> choice) {
    try {
      Path folder = Files.createTempDirectory("haidang-film-");
      try {
        Files.write(folder.resolve("film"), film);
        for (int i = 0; i < tracks.size(); i++) {
          Files.write(folder.resolve(name(i)), tracks.get(i).file());
        }
        String result = "result." + container.extension();
        List<String> command = new ArrayList<>();
        command.addAll(List.of(ffmpeg, "-nostdin", "-hide_banner", "-loglevel", "error"));
        command.addAll(List.of("-protocol_whitelist", "file"));
        command.addAll(List.of("-f", container.demuxer(), "-i", "film"));
        command.addAll(inputs);
        command.addAll(choice);
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
