package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which text units of subtitles each cue shows: a sentence may go on over several cues. */
public final class CueUnits {

  private CueUnits() {}

  /**
   * The units of each cue, in the order of the file, as {@link
   * io.haidang.translation.document.SegmentedDocument#units} counts them. A cue has none when
   * nobody speaks in it, and two when two do.
   *
   * @param format SRT or VTT
   */
  public static List<List<Integer>> of(DocumentFormat format, byte[] content) {
    String text = TextFile.decode(content).text();
    CueSyntax syntax = CueSyntax.of(format);
    Map<CueBlock, List<Integer>> units = new LinkedHashMap<>();
    List<CuePart> parts = new ArrayList<>();
    for (CueBlock block : syntax.blocks(text)) {
      units.put(block, new ArrayList<>());
      parts.addAll(CuePart.of(block, syntax, text));
    }
    int unit = 0;
    for (List<CuePart> sentence : Sentences.of(parts)) {
      if (!SentenceText.of(sentence, text).plain().isBlank()) {
        for (CuePart part : sentence) {
          units.get(part.cue()).add(unit);
        }
        unit++;
      }
    }
    return List.copyOf(units.values());
  }
}
