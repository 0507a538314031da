package io.haidang.gateway.review;

import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.summarization.voice.VoiceLine;
import io.haidang.summarization.voice.VoiceScript;
import io.haidang.summarization.voice.VoiceSlot;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.subtitle.SpokenSentences;
import io.haidang.translation.document.subtitle.Subtitles;
import io.haidang.translation.document.subtitle.TimedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Texts to be spoken. Times are never stored: the same transcript gives the same ones.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; call it outside of
 * transactions.
 */
public final class VoiceScripts {

  private final Originals originals;

  public VoiceScripts(Originals originals) {
    this.originals = originals;
  }

  /** What an asset says in one go, and when; without a time where its text has none. */
  public record Sentence(String text, VoiceSlot slot) {}

  /** The sentences of an asset in their order. */
  public List<Sentence> sentences(Asset asset) {
    if (!Subtitles.isFormat(asset.format())) {
      return originals.document(asset).segments().stream()
          .map(segment -> new Sentence(InlineCodes.strip(segment), VoiceSlot.UNTIMED))
          .toList();
    }
    List<TimedText> spoken =
        Subtitles.read(asset.format(), originals.bytes(asset)).stream()
            .filter(cue -> !cue.lines().isEmpty())
            .map(cue -> new TimedText(cue.time(), cue.text()))
            .sorted(Comparator.comparingLong(piece -> piece.time().start()))
            .toList();
    List<TimedText> whole = SpokenSentences.of(spoken, asset.sourceLanguage());
    List<VoiceSlot> slots = VoiceSlot.of(whole);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      sentences.add(new Sentence(whole.get(i).text(), slots.get(i)));
    }
    return sentences;
  }

  /**
   * A voice-over as it is now.
   *
   * @param texts of its segments, one for each sentence of the asset
   */
  public VoiceScript script(Target target, List<String> texts) {
    List<Sentence> sentences = sentences(target.asset());
    List<VoiceLine> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(sentences.size(), texts.size()); i++) {
      String text = InlineCodes.strip(texts.get(i)).strip();
      lines.add(VoiceLine.of(i + 1, sentences.get(i).slot(), text, target.language()));
    }
    return new VoiceScript(lines);
  }
}
