package io.haidang.translation.document.subtitle;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.segment.Segmenter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Puts together what the sentences of a speaker are cut into by the cues. */
final class Sentences {

  /** A longer silence ends a sentence. */
  private static final long SILENCE = 2_000;

  /** Cues of one speaker may overlap a little by the rounding of their times. */
  private static final long ROUNDING = 100;

  /** Speech without full stops is cut here. */
  private static final int MOST_CUES = 10;

  private static final int LONGEST = 700;

  private final Segmenter segmenter = Segmenter.forLanguage(Locale.ROOT);
  private final List<List<CuePart>> sentences = new ArrayList<>();

  private Sentences() {}

  /** The parts in groups, each of whole sentences. */
  static List<List<CuePart>> of(List<CuePart> parts) {
    Sentences found = new Sentences();
    List<CuePart> run = new ArrayList<>();
    for (CuePart part : parts) {
      if (!run.isEmpty() && !goesOn(run.get(run.size() - 1), part)) {
        found.cut(run);
        run.clear();
      }
      run.add(part);
    }
    found.cut(run);
    return found.sentences;
  }

  private static boolean goesOn(CuePart part, CuePart next) {
    long gap = part.cue().time().gapTo(next.cue().time());
    return !part.alone()
        && !next.alone()
        && part.speaker().equals(next.speaker())
        && gap >= -ROUNDING
        && gap <= SILENCE
        && next.cue().time().start() >= part.cue().time().start();
  }

  private void cut(List<CuePart> run) {
    StringBuilder text = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    for (CuePart part : run) {
      SentenceText.append(text, part);
      ends.add(text.length());
    }
    Set<Integer> stops = new HashSet<>();
    for (TextSpan segment : segmenter.segment(text.toString()).segments()) {
      stops.add(segment.end());
    }
    List<CuePart> sentence = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < run.size(); i++) {
      sentence.add(run.get(i));
      int end = ends.get(i);
      if (stops.contains(end) || sentence.size() == MOST_CUES || end - start > LONGEST) {
        sentences.add(List.copyOf(sentence));
        sentence.clear();
        start = end;
      }
    }
    if (!sentence.isEmpty()) {
      sentences.add(List.copyOf(sentence));
    }
  }
}
