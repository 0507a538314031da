package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
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
    List<CueBlock> blocks = syntax.blocks(text);
    List<CuePart> parts = new ArrayList<>();
    blocks.forEach(block -> parts.addAll(CuePart.of(block, syntax, text)));
    Map<CueBlock, List<Integer>> units = new HashMap<>();
    int unit = 0;
    for (List<CuePart> sentence : Sentences.of(parts)) {
      if (!SentenceText.of(sentence, text).plain().isBlank()) {
        for (CuePart part : sentence) {
          units.computeIfAbsent(part.cue(), cue -> new ArrayList<>()).add(unit);
        }
        unit++;
      }
    }
    return blocks.stream().map(block -> units.getOrDefault(block, List.of())).toList();
  }
}
