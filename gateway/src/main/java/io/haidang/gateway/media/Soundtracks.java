package io.haidang.gateway.media;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.models.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The sound of films and uncompressed recordings, as much of it as speech needs: no picture goes to
 * a speech service, and what is sent is small. Where ffmpeg is not installed, or cannot read a
 * file, the file goes as it is.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> for as long as ffmpeg works.
 */
public final class Soundtracks {

  /** What ffmpeg calls the containers that are worth it; the others hold compressed sound only. */
  private static final Map<String, String> DEMUXERS =
      Map.of("video/mp4", "mov", "video/webm", "matroska", "audio/wav", "wav");

  /** Models of speech hear one channel of 16,000 samples a second; nothing is lost for them. */
  private static final List<String> SOUND =
      List.of("-map", "0:a:0", "-vn", "-ac", "1", "-ar", "16000", "-c:a", "flac");

  private final Ffmpeg ffmpeg;

  public Soundtracks(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** What a speech service gets of a file. */
  public Recording of(byte[] file, String mediaType, Locale language) {
    String demuxer = DEMUXERS.get(mediaType);
    return demuxer == null
        ? new Recording(file, mediaType, language)
        : sound(file, mediaType, demuxer, language);
  }

  private Recording sound(byte[] file, String mediaType, String demuxer, Locale language) {
    List<String> arguments = new ArrayList<>(List.of("-f", demuxer, "-i", "recording"));
    arguments.addAll(SOUND);
    try {
      byte[] sound = ffmpeg.run(Map.of("recording", file), arguments, "sound.flac");
      return new Recording(sound, "audio/flac", language);
    } catch (GatewayException e) {
      if (e.code() == ErrorCode.NOT_INSTALLED || e.code() == ErrorCode.DAMAGED_FILE) {
        return new Recording(file, mediaType, language);
      }
      throw e;
    }
  }
}
