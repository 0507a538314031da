package io.haidang.gateway.review;

import io.haidang.models.SpokenPiece;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.subtitle.Cue;
import io.haidang.translation.document.subtitle.CueTime;
import io.haidang.translation.document.subtitle.Subtitles;
import java.util.ArrayList;
import java.util.List;

/** A transcript as WebVTT: the words of people at the times that a service heard them. */
final class TranscriptFile {

  private TranscriptFile() {}

  /**
   * The file.
   *
   * @param texts one for each piece; a blank one was nothing that is said
   */
  static byte[] write(List<SpokenPiece> pieces, List<String> texts) {
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < Math.min(pieces.size(), texts.size()); i++) {
      List<String> lines = texts.get(i).lines().map(String::strip).toList();
      String line = String.join(" ", lines).strip();
      if (!line.isEmpty()) {
        SpokenPiece piece = pieces.get(i);
        cues.add(new Cue(new CueTime(piece.startMillis(), piece.endMillis()), List.of(line)));
      }
    }
    return Subtitles.write(DocumentFormat.VTT, cues);
  }
}
