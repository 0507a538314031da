package io.haidang.translation.document.subtitle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.Measure;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.subtitle.SubtitleFinding.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Subtitles as cues without markup: read from a file, judged by the rules, written as a file.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class Subtitles {

  private Subtitles() {}

  /** Whether documents of a format are subtitles, so that their text has times. */
  public static boolean isFormat(DocumentFormat format) {
    return format == DocumentFormat.SRT || format == DocumentFormat.VTT;
  }

  /**
   * The cues of a file in its order.
   *
   * @param format SRT or VTT
   * @throws io.haidang.translation.document.DocumentException when a time is negative or none, with
   *     the line
   */
  public static List<Cue> read(DocumentFormat format, byte[] content) {
    CueSyntax syntax = syntax(format);
    String text = TextFile.decode(content).text();
    List<Cue> cues = new ArrayList<>();
    for (CueBlock block : syntax.blocks(text)) {
      cues.add(new Cue(block.time(), lines(syntax.tokens(text, block.start(), block.end()))));
    }
    return cues;
  }

  private static List<String> lines(List<CueToken> tokens) {
    StringBuilder shown = new StringBuilder();
    for (CueToken token : tokens) {
      shown.append(token.kind() == CueToken.Kind.LINE_END ? "\n" : token.words());
    }
    return shown.toString().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A file in UTF-8 with LF. */
  public static byte[] write(DocumentFormat format, List<Cue> cues) {
    return syntax(format).write(cues).getBytes(UTF_8);
  }

  private static CueSyntax syntax(DocumentFormat format) {
    if (!isFormat(format)) {
      throw new IllegalArgumentException("format: " + format + " (expected: SRT or VTT)");
    }
    return CueSyntax.of(format);
  }

  /** Where the cues break the rules, in their order. */
  public static List<SubtitleFinding> check(List<Cue> cues, SubtitleRules rules) {
    List<SubtitleFinding> findings = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      for (SubtitleFinding found : checkText(cues.get(i), rules)) {
        findings.add(found.at(i));
      }
      checkTime(i, cues.get(i).time(), rules, findings);
      if (i + 1 < cues.size()) {
        checkNext(i, cues.get(i).time(), cues.get(i + 1).time(), rules, findings);
      }
    }
    return findings;
  }

  /** What is wrong with a cue but for its times, as the first one of a file. */
  static List<SubtitleFinding> checkText(Cue cue, SubtitleRules rules) {
    List<SubtitleFinding> findings = new ArrayList<>();
    measured(cue, rules)
        .forEach(
            (rule, measure) -> {
              if (measure.isHigh()) {
                double limit = measure.isTooMuch() ? measure.most() : measure.advised();
                findings.add(
                    new SubtitleFinding(0, rule, measure.isTooMuch(), measure.value(), limit));
              }
            });
    return findings;
  }

  /**
   * What a cue takes of its lines, of the longest of them, and of the time to read it, and how long
   * it is shown.
   */
  public static List<Measure> measure(Cue cue, SubtitleRules rules) {
    List<Measure> measures = new ArrayList<>(measured(cue, rules).values());
    measures.add(Measure.free("duration", (double) cue.time().duration()));
    return measures;
  }

  private static Map<Rule, Measure> measured(Cue cue, SubtitleRules rules) {
    int longest = cue.lines().stream().mapToInt(rules::length).max().orElse(0);
    double speed = rules.speed(cue.text(), cue.time().duration());
    Map<Rule, Measure> measures = new EnumMap<>(Rule.class);
    measures.put(Rule.LINES, Measure.of("lines", cue.lines().size(), rules.maxLines()));
    measures.put(Rule.LINE_LENGTH, Measure.of("line-length", longest, rules.maxLineLength()));
    measures.put(
        Rule.READING_SPEED,
        new Measure("reading-speed", speed, rules.fastSpeed(), rules.maxSpeed()));
    return measures;
  }

  private static void checkTime(
      int index, CueTime time, SubtitleRules rules, List<SubtitleFinding> findings) {
    if (time.duration() < rules.minDuration()) {
      findings.add(
          new SubtitleFinding(index, Rule.TOO_SHORT, false, time.duration(), rules.minDuration()));
    }
    if (time.duration() > rules.maxDuration()) {
      findings.add(
          new SubtitleFinding(index, Rule.TOO_LONG, false, time.duration(), rules.maxDuration()));
    }
  }

  /** Cues that touch are well: one text follows the other without a flash between. */
  private static void checkNext(
      int index, CueTime time, CueTime next, SubtitleRules rules, List<SubtitleFinding> findings) {
    long gap = time.gapTo(next);
    if (next.start() < time.start()) {
      findings.add(
          new SubtitleFinding(index + 1, Rule.ORDER, false, time.start() - next.start(), 0));
    } else if (gap < 0) {
      findings.add(new SubtitleFinding(index, Rule.OVERLAP, false, -gap, 0));
    } else if (gap > 0 && gap < rules.minGap()) {
      findings.add(new SubtitleFinding(index, Rule.GAP, false, gap, rules.minGap()));
    }
  }
}
