package io.haidang.gateway.review;

import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.Originals;
import io.haidang.translation.document.subtitle.Cue;
import io.haidang.translation.document.subtitle.SubtitleComposer;
import io.haidang.translation.document.subtitle.SubtitleFinding;
import io.haidang.translation.document.subtitle.SubtitleRules;
import io.haidang.translation.document.subtitle.Subtitles;
import io.haidang.translation.document.subtitle.TimedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Subtitles of a transcript with times. Times are never stored: the same transcript gives the same
 * cues.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; call it outside of
 * transactions.
 */
public final class SubtitleFiles {

  private final Originals originals;

  public SubtitleFiles(Originals originals) {
    this.originals = originals;
  }

  /** The cues of a transcript, cut anew by the rules of its language. */
  public List<Cue> compose(Asset asset) {
    List<TimedText> spoken =
        Subtitles.read(asset.format(), originals.bytes(asset)).stream()
            .filter(cue -> !cue.lines().isEmpty())
            .map(cue -> new TimedText(cue.time(), cue.text()))
            .toList();
    Locale language = asset.sourceLanguage();
    return new SubtitleComposer(language, List.of(), SubtitleRules.forLanguage(language))
        .compose(spoken);
  }

  /**
   * The file of subtitles in the language of the transcript.
   *
   * @param texts of the cues, one for each
   */
  public byte[] write(Asset asset, List<String> texts) {
    return Subtitles.write(asset.format(), worded(compose(asset), texts));
  }

  /** The cues with other texts, whose lines they keep. */
  static List<Cue> worded(List<Cue> cues, List<String> texts) {
    List<Cue> worded = new ArrayList<>();
    for (int i = 0; i < Math.min(cues.size(), texts.size()); i++) {
      List<String> lines =
          texts.get(i).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      worded.add(new Cue(cues.get(i).time(), lines));
    }
    return worded;
  }

  /** Where cues break the rules of a language. */
  public static List<SubtitleFinding> check(List<Cue> cues, Locale language) {
    return Subtitles.check(cues, SubtitleRules.forLanguage(language));
  }
}
