package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.Measure;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.PlaceFinding;
import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.FileLine;
import io.haidang.translation.document.inplace.InPlaceUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole sentences of one speaker, and the cues that show them. */
final class SubtitleSentence implements InPlaceUnit {

  private final List<CuePart> parts;
  private final SentenceText text;
  private final CueSyntax syntax;
  private final String lineEnd;

  SubtitleSentence(List<CuePart> parts, String file, CueSyntax syntax) {
    this.parts = parts;
    this.text = SentenceText.of(parts, file);
    this.syntax = syntax;
    this.lineEnd = FileLine.endOf(file);
  }

  /** There is room for what can be read in the time, on the lines of a cue. */
  @Override
  public TextUnit unit() {
    SubtitleRules rules = SubtitleRules.DEFAULT;
    double room = 0;
    for (CuePart part : parts) {
      double readable = part.cue().time().duration() * rules.maxSpeed() / 1000;
      room += Math.min(rules.maxLength(), readable);
    }
    return new TextUnit(text.markup().text(), "", Math.max(1, (int) room));
  }

  @Override
  public void write(String translation, MergeOptions options, Edits edits) {
    if (translation.equals(text.markup().text())) {
      return;
    }
    List<String> pieces = pieces(translation, options);
    for (int i = 0; i < parts.size(); i++) {
      String written =
          text.markup()
              .writePart(pieces.get(i), words -> syntax.escape(words).replace("\n", lineEnd));
      edits.replace(parts.get(i).start(), parts.get(i).end(), written);
    }
  }

  /** What each cue would show is judged; of the time that it is shown, only what can be read. */
  @Override
  public List<PlaceFinding> check(int unit, String translation, MergeOptions options) {
    List<PlaceFinding> findings = new ArrayList<>();
    if (translation.equals(text.markup().text())) {
      return findings;
    }
    SubtitleRules rules = SubtitleRules.forLanguage(options.language());
    for (Cue cue : cues(translation, options)) {
      Subtitles.checkText(cue, rules).forEach(found -> findings.add(found.inUnit(unit)));
    }
    return findings;
  }

  /** The highest measure of each kind among the cues, and how long they are shown together. */
  @Override
  public List<Measure> measure(String translation, MergeOptions options) {
    SubtitleRules rules = SubtitleRules.forLanguage(options.language());
    Map<String, Measure> worst = new LinkedHashMap<>();
    for (Cue cue : cues(translation, options)) {
      Subtitles.measure(cue, rules)
          .forEach(each -> worst.merge(each.id(), each, SubtitleSentence::worse));
    }
    return List.copyOf(worst.values());
  }

  private static Measure worse(Measure one, Measure other) {
    if (!one.isLimited()) {
      return Measure.free(one.id(), one.value() + other.value());
    }
    return one.value() >= other.value() ? one : other;
  }

  /** What would be shown, without codes. */
  private List<Cue> cues(String translation, MergeOptions options) {
    List<String> pieces = pieces(translation, options);
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String shown = InlineCodes.unescape(InlineCodes.strip(pieces.get(i)));
      List<String> lines = shown.lines().filter(line -> !line.isBlank()).toList();
      cues.add(new Cue(parts.get(i).cue().time(), lines));
    }
    return cues;
  }

  /** What each cue shows, with line ends and codes. */
  private List<String> pieces(String translation, MergeOptions options) {
    SubtitleRules rules = SubtitleRules.forLanguage(options.language());
    String flowing = translation.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    CodedText whole = CodedText.parse(text.markup().completed(flowing));
    List<CueTime> times = parts.stream().map(part -> part.cue().time()).toList();
    List<Integer> starts =
        CueSplit.of(text, whole.plain(), times, options.language(), options.unbroken(), rules);
    return CuePieces.of(whole, starts).stream()
        .map(piece -> broken(piece, options, rules))
        .toList();
  }

  private static String broken(CodedText piece, MergeOptions options, SubtitleRules rules) {
    StringBuilder plain = new StringBuilder(piece.plain());
    List<Code> codes = new ArrayList<>(piece.codes());
    List<Integer> starts =
        LineBreaks.of(plain.toString(), options.language(), options.unbroken(), rules);
    for (int i = starts.size() - 1; i >= 0; i--) {
      breakAt(starts.get(i), plain, codes);
    }
    return CodedText.write(plain.toString(), codes);
  }

  /** A space becomes the line end; where there is none, one is put in. */
  private static void breakAt(int start, StringBuilder plain, List<Code> codes) {
    if (Character.isWhitespace(plain.charAt(start - 1))) {
      plain.setCharAt(start - 1, '\n');
      return;
    }
    plain.insert(start, '\n');
    codes.replaceAll(code -> code.offset() > start ? code.at(code.offset() + 1) : code);
  }
}
