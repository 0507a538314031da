package io.haidang.translation.document.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes subtitles from a transcript: cues end with sentences, clauses and pauses, hold no more than
 * can be read, and stay a little longer where there is time. The best set of cues is found by
 * dynamic programming, in time linear in the length of the transcript.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class SubtitleComposer {

  private final Locale language;
  private final List<String> unbroken;
  private final SubtitleRules rules;

  /**
   * @param unbroken phrases to be held together, such as official names
   */
  public SubtitleComposer(Locale language, List<String> unbroken, SubtitleRules rules) {
    this.language = language;
    this.unbroken = List.copyOf(unbroken);
    this.rules = rules;
  }

  /**
   * The cues of a transcript, in order and not overlapping.
   *
   * @param transcript words or sentences, each starting no earlier than the one before
   * @throws IllegalArgumentException when the times go backwards
   */
  public List<Cue> compose(List<TimedText> transcript) {
    for (int i = 1; i < transcript.size(); i++) {
      if (transcript.get(i).time().start() < transcript.get(i - 1).time().start()) {
        throw new IllegalArgumentException(
            "transcript[" + i + "]: before the one in front of it (expected: in order)");
      }
    }
    if (transcript.isEmpty()) {
      return List.of();
    }
    Transcript spoken = new Transcript(transcript, language);
    return cues(spoken, new CueEnds(spoken, language, unbroken, rules).best());
  }

  private List<Cue> cues(Transcript spoken, List<Integer> ends) {
    List<Cue> cues = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < ends.size(); i++) {
      int to = ends.get(i);
      String words = spoken.text().substring(from, to).strip();
      long start = spoken.startAt(from);
      long next = i + 1 < ends.size() ? spoken.startAt(to) : Long.MAX_VALUE;
      CueTime time = new CueTime(start, end(words, start, spoken.endBefore(to), next));
      cues.add(new Cue(time, LineBreaks.lines(words, language, unbroken, rules)));
      from = to;
    }
    return cues;
  }

  /** Stays until it can be read, if there is time before the next one; then a gap, or none. */
  private long end(String words, long start, long spokenEnd, long next) {
    long needed = (long) Math.ceil(Scripts.length(words) * 1000 / rules.fastSpeed());
    long readable = start + Math.max(rules.minDuration(), needed);
    long end = Math.max(spokenEnd, Math.min(readable, start + rules.maxDuration()));
    if (next == Long.MAX_VALUE || end <= next - rules.minGap()) {
      return end;
    }
    return Math.max(start, next - rules.minGap() > start ? next - rules.minGap() : next);
  }
}
