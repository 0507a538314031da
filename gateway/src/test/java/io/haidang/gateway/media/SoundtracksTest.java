package io.haidang.gateway.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haidang.models.Recording;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a speech service gets; with ffmpeg where it is installed, and always under CI. */
class SoundtracksTest {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final byte[] NO_FILM = "\0\0\0 ftypisom".getBytes(US_ASCII);

  private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");
  private final Soundtracks soundtracks = new Soundtracks(ffmpeg);

  @Test
  void film_givesItsSound_withoutThePicture() throws IOException {
    byte[] film =
        made(
            List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x180:rate=5:duration=2",
                "-f",
                "lavfi",
                "-i",
                "sine=duration=2"),
            "film.mp4");

    Recording sound = soundtracks.of(film, "video/mp4", VIETNAMESE);

    assertThat(sound.mediaType()).isEqualTo("audio/flac");
    assertThat(sound.language()).isEqualTo(VIETNAMESE);
    assertThat(new String(sound.bytes(), 0, 4, US_ASCII)).isEqualTo("fLaC");
  }

  @Test
  void film_withoutSound_goesAsItIs() throws IOException {
    byte[] film =
        made(List.of("-f", "lavfi", "-i", "testsrc=size=320x180:rate=5:duration=1"), "film.mp4");

    assertThat(soundtracks.of(film, "video/mp4", VIETNAMESE).bytes()).isSameAs(film);
  }

  @Test
  void file_thatFfmpegCannotRead_goesAsItIs() {
    Recording recording = soundtracks.of(NO_FILM, "video/mp4", VIETNAMESE);

    assertThat(recording.bytes()).isSameAs(NO_FILM);
    assertThat(recording.mediaType()).isEqualTo("video/mp4");
  }

  @Test
  void ffmpeg_missing_isNoHindrance() {
    Soundtracks without = new Soundtracks(new Ffmpeg("no-such-ffmpeg"));

    assertThat(without.of(NO_FILM, "video/mp4", VIETNAMESE).bytes()).isSameAs(NO_FILM);
  }

  @Test
  void recording_thatIsCompressed_goesAsItIs() {
    byte[] mp3 = "ID3".getBytes(US_ASCII);

    assertThat(soundtracks.of(mp3, "audio/mpeg", VIETNAMESE).bytes()).isSameAs(mp3);
  }

  private byte[] made(List<String> inputs, String result) throws IOException {
    boolean isInstalled = isInstalled();
    assumeTrue(isInstalled || Boolean.parseBoolean(System.getenv("CI")));
    return ffmpeg.run(Map.of(), inputs, result);
  }

  private static boolean isInstalled() throws IOException {
    try {
      return new ProcessBuilder("ffmpeg", "-version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (IOException e) {
      return false; // Not there.
    }
  }
}
