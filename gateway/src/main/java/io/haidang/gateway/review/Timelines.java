package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.engine.SpeechEngines.Heard;
import io.haidang.gateway.store.Database;
import io.haidang.models.SpokenPiece;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.subtitle.Cue;
import io.haidang.translation.document.subtitle.CueTime;
import io.haidang.translation.document.subtitle.CueUnits;
import io.haidang.translation.document.subtitle.SubtitleFinding;
import io.haidang.translation.document.subtitle.SubtitleRules;
import io.haidang.translation.document.subtitle.Subtitles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Products that are shown or said at times, on a time line.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; call it outside of
 * transactions.
 */
public final class Timelines {

  private final Database database;
  private final Originals originals;
  private final Deliveries deliveries;

  Timelines(Database database, Originals originals, Deliveries deliveries) {
    this.database = database;
    this.originals = originals;
    this.deliveries = deliveries;
  }

  /**
   * Whether the words of a product have times: subtitles, a transcript, a translation of either.
   */
  public static boolean hasTimes(Target target) {
    return target.form().equals(ProductForm.SUBTITLES)
        || target.form().isTranscript()
        || (target.form().isTranslation() && Subtitles.isFormat(target.asset().format()));
  }

  /**
   * What is shown when, as it would be delivered now.
   *
   * @param target that {@link #hasTimes}
   * @param typed texts to be shown in place of those of their segments, by index
   * @return in the order of the file; empty while the machine is at it
   */
  public List<TimelineCue> of(Target target, Map<Integer, String> typed) {
    List<String> texts = new ArrayList<>();
    for (ProductSegment segment :
        database.jdbi().withHandle(handle -> SegmentTable.product(handle, target.id()))) {
      texts.add(typed.getOrDefault(segment.index(), segment.text()));
    }
    if (target.form().isTranscript()) {
      return transcript(target, texts);
    }
    return target.isInAnotherLanguage() ? translated(target, texts) : own(target, texts);
  }

  /** Each cue is a segment. */
  private List<TimelineCue> own(Target target, List<String> texts) {
    List<Cue> cues =
        SubtitleFiles.worded(new SubtitleFiles(originals).compose(target.asset()), texts);
    List<List<Integer>> segments = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      segments.add(List.of(i));
    }
    return judged(target, cues, segments);
  }

  private List<TimelineCue> translated(Target target, List<String> texts) {
    byte[] file =
        target.form().isTranslation()
            ? originals.bytes(target.asset())
            : deliveries.sourceFile(target);
    SegmentedDocument document =
        SegmentedDocument.read(target.asset().format(), file, target.asset().sourceLanguage());
    if (document.segments().size() != texts.size()) {
      return List.of();
    }
    byte[] shown = document.merge(texts, deliveries.merging(target));
    List<Cue> cues = Subtitles.read(target.asset().format(), shown);
    List<List<Integer>> units = CueUnits.of(target.asset().format(), file);
    CueSegments reader = new CueSegments(texts, document.units());
    List<List<Integer>> segments = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      segments.add(reader.next(cues.get(i), units.get(i)));
    }
    return judged(target, cues, segments);
  }

  private static List<TimelineCue> judged(
      Target target, List<Cue> cues, List<List<Integer>> segments) {
    SubtitleRules rules = SubtitleRules.forLanguage(target.language());
    List<List<SubtitleFinding>> findings = new ArrayList<>();
    cues.forEach(cue -> findings.add(new ArrayList<>()));
    Subtitles.check(cues, rules).forEach(found -> findings.get(found.cue()).add(found));
    List<TimelineCue> line = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      line.add(
          new TimelineCue(
              i + 1,
              cue.time(),
              cue.lines(),
              segments.get(i),
              findings.get(i),
              rules.speed(cue.text(), cue.time().duration())));
    }
    return line;
  }

  /** Nobody reads it while it is said, so it breaks no rules. */
  private List<TimelineCue> transcript(Target target, List<String> texts) {
    List<SpokenPiece> pieces =
        database
            .jdbi()
            .withHandle(handle -> HeardTable.find(handle, target.id()))
            .map(Heard::pieces)
            .orElse(List.of());
    List<TimelineCue> line = new ArrayList<>();
    for (int i = 0; i < Math.min(pieces.size(), texts.size()); i++) {
      SpokenPiece piece = pieces.get(i);
      line.add(
          new TimelineCue(
              i + 1,
              new CueTime(piece.startMillis(), Math.max(piece.startMillis(), piece.endMillis())),
              texts.get(i).lines().filter(text -> !text.isBlank()).toList(),
              List.of(i),
              List.of(),
              0));
    }
    return line;
  }
}
