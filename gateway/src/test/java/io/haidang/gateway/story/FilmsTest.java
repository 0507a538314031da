package io.haidang.gateway.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.story.Films.Track;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.translation.document.DocumentFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles in films; with ffmpeg where it is installed, and always under CI. */
class FilmsTest {

  private static final Track ENGLISH = track(Locale.ENGLISH, "Welcome to Hai Phong.");
  private static final Track VIETNAMESE =
      track(Locale.forLanguageTag("vi"), "Chào mừng đến Hải Phòng.");

  @TempDir private Path folder;

  private final Films films = new Films("ffmpeg");

  @Test
  void film_withTwoLanguages_hasTwoTracksToChooseFrom() throws Exception {
    byte[] made = films.withTracks(film(), "video/mp4", List.of(VIETNAMESE, ENGLISH));

    assertThat(streams(made)).containsExactly("video", "subtitle,vie", "subtitle,eng");
  }

  @Test
  void film_withSubtitlesInItsPicture_hasAPictureOnly() throws Exception {
    byte[] film = film();

    byte[] made = films.burnedIn(film, "video/mp4", ENGLISH);

    assertThat(streams(made)).containsExactly("video");
    assertThat(made).isNotEqualTo(film);
  }

  @Test
  void playlist_thatSaysItIsAFilm_isNotFollowed() throws Exception {
    film();
    byte[] playlist = ("ffconcat version 1.0\nfile " + folder.resolve("film.mp4")).getBytes(UTF_8);

    assertThatThrownBy(() -> films.withTracks(playlist, "video/mp4", List.of(ENGLISH)))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DAMAGED_FILE));
  }

  @Test
  @Provokes(ErrorCode.NOT_INSTALLED)
  void ffmpeg_missing_isToldByName() {
    Films without = new Films("no-such-ffmpeg");

    assertThatThrownBy(() -> without.withTracks(new byte[1], "video/mp4", List.of(ENGLISH)))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.NOT_INSTALLED);
              assertThat(refused).hasMessageContaining("ffmpeg");
              Provoked.note(refused.code());
            });
  }

  private static Track track(Locale language, String text) {
    String file = "1\n00:00:00,100 --> 00:00:00,900\n" + text + "\n";
    return new Track(language, DocumentFormat.SRT, file.getBytes(UTF_8));
  }

  /** A second of a test card. */
  private byte[] film() throws IOException, InterruptedException {
    Path film = folder.resolve("film.mp4");
    run("ffmpeg", "-y", "-f", "lavfi", "-i", "testsrc=duration=1:size=160x120", film.toString());
    return Files.readAllBytes(film);
  }

  private List<String> streams(byte[] film) throws IOException, InterruptedException {
    Path made = folder.resolve("made.mp4");
    Files.write(made, film);
    return run(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=codec_type:stream_tags=language",
            "-of",
            "csv=p=0",
            made.toString())
        .lines()
        .map(line -> line.replace(",und", ""))
        .toList();
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(Boolean.parseBoolean(System.getenv("CI")), "ffmpeg: not installed here");
      throw e;
    }
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }
}
