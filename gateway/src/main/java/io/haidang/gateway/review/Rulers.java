package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Ruler.Reading;
import io.haidang.gateway.review.Ruler.Scope;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.voice.VoiceLine;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.Measure;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.subtitle.Cue;
import io.haidang.translation.document.subtitle.SubtitleRules;
import io.haidang.translation.document.subtitle.Subtitles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes rulers: by the channel of a post, the cues of subtitles, the slots of a voice-over, the
 * fields of a document.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and reading a document
 * that has limits.
 */
public final class Rulers {

  private final Database database;
  private final Originals originals;
  private final LimitedDocuments limited;

  Rulers(Database database, Clock clock) {
    this.database = database;
    this.originals = new Originals(database.contents());
    this.limited = new LimitedDocuments(database, clock);
  }

  /** The ruler of a product as it is now. */
  public Ruler of(Target target) {
    Optional<SegmentedDocument> document = limited.of(target);
    if (document.isPresent()) {
      return places(target, document.get());
    }
    ProductForm form = target.form();
    if (form.equals(ProductForm.VOICE_OVER)) {
      return slots(target);
    }
    if (form.equals(ProductForm.SUBTITLES)) {
      return cues(target);
    }
    return form.isTranscript() || form.isTranslation() ? Ruler.ENDLESS : form(target);
  }

  private List<SegmentRow> rows(Target target) {
    return database.jdbi().withHandle(handle -> SegmentTable.list(handle, target.id()));
  }

  private Ruler form(Target target) {
    Form form = Form.of(target.form().id());
    List<SegmentRow> rows = rows(target);
    return (index, text) -> {
      List<FormSentence> sentences = new ArrayList<>();
      for (SegmentRow row : rows) {
        String present = row.index() == index ? text : row.target();
        if (!present.isBlank()) {
          sentences.add(new FormSentence(present.strip(), row.origins(), row.role()));
        }
      }
      String whole = sentences.isEmpty() ? "" : new FormCandidate(sentences).text();
      String unit = form.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Reading(Scope.PRODUCT, List.of(Measure.of(unit, form.length(whole), form.most())));
    };
  }

  private Ruler cues(Target target) {
    List<Cue> cues = new SubtitleFiles(originals).compose(target.asset());
    SubtitleRules rules = SubtitleRules.forLanguage(target.language());
    return (index, text) ->
        index < cues.size()
            ? new Reading(
                Scope.SEGMENT,
                Subtitles.measure(
                    SubtitleFiles.worded(cues.subList(index, index + 1), List.of(text)).get(0),
                    rules))
            : Ruler.ENDLESS.read(index, text);
  }

  private Ruler slots(Target target) {
    List<VoiceScripts.Sentence> sentences = new VoiceScripts(originals).sentences(target.asset());
    return (index, text) -> {
      if (index >= sentences.size()) {
        return Ruler.ENDLESS.read(index, text);
      }
      String words = InlineCodes.strip(text).strip();
      VoiceLine line =
          VoiceLine.of(index + 1, sentences.get(index).slot(), words, target.language());
      return line.fit() == VoiceLine.Fit.UNKNOWN
          ? Ruler.ENDLESS.read(index, text)
          : new Reading(Scope.SEGMENT, List.of(speakingTime(line)));
    };
  }

  private static Measure speakingTime(VoiceLine line) {
    return new Measure(
        "speaking-time",
        line.needed().orElseThrow(),
        line.slot().available(),
        Math.max(line.slot().available(), line.longest()));
  }

  /** A text that is not translated to its end has nothing in its last places yet. */
  private Ruler places(Target target, SegmentedDocument document) {
    MergeOptions options = MergeOptions.of(target.language());
    List<String> texts = new ArrayList<>(Collections.nCopies(document.segments().size(), ""));
    for (SegmentRow row : rows(target)) {
      if (row.index() < texts.size()) {
        texts.set(row.index(), row.target());
      }
    }
    return (index, text) -> {
      if (index >= texts.size()) {
        return Ruler.ENDLESS.read(index, text);
      }
      List<String> after = new ArrayList<>(texts);
      after.set(index, text);
      return new Reading(
          isAlone(document, index) ? Scope.SEGMENT : Scope.PLACE,
          document.measure(index, after, options));
    };
  }

  private static boolean isAlone(SegmentedDocument document, int index) {
    int unit = document.units().get(index);
    return Collections.frequency(document.units(), unit) == 1;
  }
}
