package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.media.Ffmpeg;
import io.haidang.translation.document.DocumentFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts subtitles into films with ffmpeg, where that is installed.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> for as long as ffmpeg works.
 */
final class Films {

  /** The containers that are taken, and what ffmpeg calls them and their subtitles. */
  private static final Map<String, Container> CONTAINERS =
      Map.of(
          "video/mp4", new Container("mov", "mp4", "mov_text"),
          "video/webm", new Container("matroska", "webm", "webvtt"));

  private final Ffmpeg ffmpeg;

  /**
   * A way to films.
   *
   * @param program name or path of ffmpeg
   */
  Films(String program) {
    this.ffmpeg = new Ffmpeg(program);
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
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("film", film);
    for (int i = 0; i < tracks.size(); i++) {
      files.put(name(i), tracks.get(i).file());
    }
    List<String> arguments = new ArrayList<>(List.of("-f", container.demuxer(), "-i", "film"));
    arguments.addAll(inputs);
    arguments.addAll(choice);
    return ffmpeg.run(files, arguments, "result." + container.extension());
  }
}
